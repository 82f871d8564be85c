//! Pages go out packed: a page of 30 kB is 6 kB on a slow connection.

use std::io::Write;

use actix_web::{
    HttpResponse,
    body::{self, BodySize, BoxBody, MessageBody},
    http::header::{self, ContentEncoding, HeaderValue},
    web::Bytes,
};

/// Below this, packing wins nothing.
const WORTH_IT: u64 = 1024;

/// Packs a text that is not packed yet, as the browser likes it. Forms carry masked tokens, so that
/// the length of a packed page tells nothing about them.
pub(super) async fn pack(accepted: &str, answer: HttpResponse<BoxBody>) -> HttpResponse<BoxBody> {
    let Some(encoding) = wanted(accepted, &answer) else { return answer };
    let (mut answer, body) = answer.into_parts();
    let bytes = body::to_bytes(body).await.unwrap_or_default();
    let packed = match encoding {
        ContentEncoding::Brotli => brotli(&bytes),
        _ => gzip(&bytes),
    };
    let bytes = match packed {
        Ok(packed) => {
            answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding.as_str()));
            answer.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
            Bytes::from(packed)
        }
        Err(_) => bytes,
    };
    answer.set_body(bytes).map_into_boxed_body()
}

fn wanted(accepted: &str, answer: &HttpResponse<BoxBody>) -> Option<ContentEncoding> {
    let headers = answer.headers();
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let is_text = kind.starts_with("text/") || kind.starts_with("application/json");
    let large = matches!(answer.body().size(), BodySize::Sized(size) if size >= WORTH_IT);
    if !is_text || !large || headers.contains_key(header::CONTENT_ENCODING) {
        return None;
    }
    let takes = |name: &str| accepted.split(',').any(|offer| offer.trim().split(';').next() == Some(name) && !offer.contains("q=0"));
    [ContentEncoding::Brotli, ContentEncoding::Gzip].into_iter().find(|encoding| takes(encoding.as_str()))
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = ::brotli::CompressorWriter::new(Vec::new(), 4096, 4, 20);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes)?;
    writer.finish()
}
