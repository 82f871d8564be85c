//! A form with files, read part by part, so that no file is ever whole in memory.
//!
//! The token must come before the first file: the page puts it there.

use std::future::{Ready, ready};

use actix_multipart::{Field, Multipart};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use crate::{
    kernel::text,
    web::shell::{Error, FIELD, Visit, accept},
};

/// The longest value of a field beside the files.
const VALUE_LIMIT: usize = 64 * 1024;

pub struct Upload {
    visit: Visit,
    parts: Multipart,
}

/// One part of the form, in the order of the page.
pub enum Part {
    Value { name: String, value: String },
    File { name: String, file_name: String, content: Box<Content> },
}

/// The bytes of a file as they arrive.
pub struct Content(Field);

impl Content {
    /// An error means that the connection broke: nothing of the file may be kept.
    pub fn bytes(self) -> impl Stream<Item = std::io::Result<Bytes>> + Unpin {
        self.0.map(|chunk| chunk.map_err(|error| std::io::Error::new(std::io::ErrorKind::ConnectionAborted, error.to_string())))
    }
}

impl Upload {
    /// The next value or file; `None` at the end. An empty file input is passed over.
    pub async fn next(&mut self) -> Result<Option<Part>, Error> {
        while let Some(field) = self.parts.next().await {
            let field = field.map_err(|_| Error::Invalid("the upload broke"))?;
            let name = field.name().unwrap_or_default().to_owned();
            match file_name(&field) {
                Some(file_name) if file_name.is_empty() => continue,
                Some(file_name) => {
                    if !self.visit.form_is_genuine() {
                        return Err(Error::FormExpired);
                    }
                    return Ok(Some(Part::File { name, file_name, content: Box::new(Content(field)) }));
                }
                None => {
                    let value = value(field).await?;
                    if name == FIELD {
                        accept(&self.visit, Some(&value))?;
                        continue;
                    }
                    return Ok(Some(Part::Value { name, value }));
                }
            }
        }
        if self.visit.form_is_genuine() { Ok(None) } else { Err(Error::FormExpired) }
    }
}

fn file_name(field: &Field) -> Option<String> {
    let name = field.content_disposition()?.get_filename()?;
    Some(text::line(name))
}

async fn value(mut field: Field) -> Result<String, Error> {
    let mut value = Vec::new();
    while let Some(chunk) = field.next().await {
        value.extend_from_slice(&chunk.map_err(|_| Error::Invalid("the upload broke"))?);
        if value.len() > VALUE_LIMIT {
            return Err(Error::TooLarge { megabytes: 1 });
        }
    }
    Ok(String::from_utf8_lossy(&value).into_owned())
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let Some(visit) = Visit::of(request) else { return ready(Err(Error::FormExpired)) };
        ready(Ok(Self { visit, parts: Multipart::new(request.headers(), payload.take()) }))
    }
}
