//! The one connection of a request, taken when first used.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};

use crate::{
    platform::{Platform, db},
    web::shell::Error,
};

pub struct Conn {
    platform: web::Data<Platform>,
    taken: Option<db::Borrowed>,
}

impl Conn {
    /// The connection; waits for a free one, and answers [`Error::Busy`] if none comes in time.
    pub async fn open(&mut self) -> Result<&mut db::Conn, Error> {
        let conn = match self.taken.take() {
            Some(conn) => conn,
            None => self.platform.db.get().await.map_err(|error| {
                tracing::warn!(%error, "no database connection");
                Error::Busy
            })?,
        };
        Ok(self.taken.insert(conn))
    }

    /// Gives the connection back before something slow: a file, a drawing.
    pub fn close(&mut self) {
        self.taken = None;
    }
}

impl FromRequest for Conn {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let platform = request.app_data::<web::Data<Platform>>().cloned();
        ready(match platform {
            Some(platform) => Ok(Self { platform, taken: None }),
            None => Err(Error::internal(anyhow::anyhow!("the application has no platform"))),
        })
    }
}
