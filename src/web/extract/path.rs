//! Words of the address. What cannot be read is an address that does not exist.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use serde::de::DeserializeOwned;

use crate::web::shell::Error;

/// `{code}` as a `DossierCode`, `{id}/{page}` as a pair.
pub struct Path<T>(pub T);

/// What follows the question mark; every field should have a default.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Path<T> {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        // The database knows no text with this character: nothing has such a name.
        if request.match_info().iter().any(|(_, word)| word.contains('\0') || word.contains("%00")) {
            return std::future::ready(Err(Error::NotFound));
        }
        let read = web::Path::<T>::from_request(request, payload).into_inner();
        std::future::ready(read.map(|path| Self(path.into_inner())).map_err(|_| Error::NotFound))
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Error;
    type Future = std::future::Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = web::Query::<T>::from_query(request.query_string());
        std::future::ready(read.map(|query| Self(query.into_inner())).map_err(|_| Error::NotFound))
    }
}
