//! Passwords: Argon2id with the parameters OWASP names (19 MiB, two passes, one lane).

use std::sync::LazyLock;

use argon2::{Argon2, PasswordHasher, PasswordVerifier, password_hash::phc::PasswordHash};
use tokio::sync::Semaphore;

/// One at a time for each core: a crowd at the sign-in page must not take all memory and time.
static DESKS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, usize::from)));

#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct PasswordError(String);

/// Told once for each password that is checked, by which the work of an answer can be counted.
pub const CHECKED: &str = "motcua::password_checked";

/// The hash to keep, in PHC form: `$argon2id$v=19$…`.
pub async fn hash_password(password: String) -> Result<String, PasswordError> {
    at_a_desk(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(failed)).await?
}

/// Whether the password is the one that was hashed. A hash that cannot be read fits no password.
pub async fn verify_password(password: String, hash: String) -> Result<bool, PasswordError> {
    tracing::trace!(target: CHECKED, "a password is checked");
    at_a_desk(move || match PasswordHash::new(&hash) {
        Ok(hash) => Argon2::default().verify_password(password.as_bytes(), &hash).is_ok(),
        Err(_) => false,
    })
    .await
}

/// Off the request threads.
async fn at_a_desk<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, PasswordError> {
    let _desk = DESKS.acquire().await.map_err(failed)?;
    tokio::task::spawn_blocking(work).await.map_err(failed)
}

fn failed(error: impl std::fmt::Display) -> PasswordError {
    PasswordError(error.to_string())
}
