//! The addresses of signing in with more, or with something else, than a password.

/// A page below `/dang-nhap`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayIn {
    /// The second page of signing in: the code.
    Code,
    /// Where a device is asked for a passkey, and where its answer goes.
    PasskeyAsk,
    PasskeyEnter,
    /// Where one sets out for a provider of identities.
    ProviderGo(String),
    /// Where the provider sends people back to.
    ProviderBack(String),
}

impl WayIn {
    pub fn path(&self) -> String {
        match self {
            Self::Code => "/dang-nhap/ma".into(),
            Self::PasskeyAsk => "/dang-nhap/khoa".into(),
            Self::PasskeyEnter => "/dang-nhap/khoa/mo".into(),
            Self::ProviderGo(key) => format!("/dang-nhap/voi/{key}"),
            Self::ProviderBack(key) => format!("/dang-nhap/voi/{key}/ve"),
        }
    }
}
