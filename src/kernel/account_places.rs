//! The addresses at which people look after their own account.

use super::ids::{NoticeId, PasskeyId, SessionId};

/// A page below `/tai-khoan`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountPlace {
    Home,
    SecondFactor,
    SecondFactorSetUp,
    SecondFactorCodes,
    SecondFactorOff,
    Details,
    Password,
    Email,
    /// Where the link in the letter to a new address leads.
    EmailLink(String),
    Devices,
    /// Ends one session.
    Device(SessionId),
    OtherDevices,
    /// Keys of one's own devices.
    Passkeys,
    PasskeyNew,
    /// Where the device's answer goes.
    PasskeyKeep,
    /// Takes one key away.
    Passkey(PasskeyId),
    /// Providers of identities that let their owner in.
    Providers,
    ProviderTie(String),
    ProviderUntie(String),
    /// Who looked at one's dossiers.
    Readers,
    Data,
    /// Everything the portal keeps about its owner, as one file.
    Download,
    Close,
    /// What the portal has told its owner.
    Notices,
    Notice(NoticeId),
    /// By which ways its owner wants to be told.
    Ways,
}

impl AccountPlace {
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/tai-khoan".into(),
            Self::SecondFactor => "/tai-khoan/hai-buoc".into(),
            Self::SecondFactorSetUp => "/tai-khoan/hai-buoc/bat".into(),
            Self::SecondFactorCodes => "/tai-khoan/hai-buoc/ma-du-phong".into(),
            Self::SecondFactorOff => "/tai-khoan/hai-buoc/tat".into(),
            Self::Details => "/tai-khoan/thong-tin".into(),
            Self::Password => "/tai-khoan/mat-khau".into(),
            Self::Email => "/tai-khoan/email".into(),
            Self::EmailLink(token) => format!("/tai-khoan/email/{token}"),
            Self::Devices => "/tai-khoan/thiet-bi".into(),
            Self::Device(id) => format!("/tai-khoan/thiet-bi/{id}"),
            Self::OtherDevices => "/tai-khoan/thiet-bi/khac".into(),
            Self::Passkeys => "/tai-khoan/khoa".into(),
            Self::PasskeyNew => "/tai-khoan/khoa/them".into(),
            Self::PasskeyKeep => "/tai-khoan/khoa/luu".into(),
            Self::Passkey(id) => format!("/tai-khoan/khoa/{id}"),
            Self::Providers => "/tai-khoan/lien-ket".into(),
            Self::ProviderTie(key) => format!("/tai-khoan/lien-ket/{key}"),
            Self::ProviderUntie(key) => format!("/tai-khoan/lien-ket/{key}/go"),
            Self::Readers => "/tai-khoan/ai-da-xem".into(),
            Self::Data => "/tai-khoan/du-lieu".into(),
            Self::Download => "/tai-khoan/du-lieu/tai-ve".into(),
            Self::Close => "/tai-khoan/dong".into(),
            Self::Notices => "/tai-khoan/thong-bao".into(),
            Self::Ways => "/tai-khoan/cach-bao".into(),
            Self::Notice(id) => format!("/tai-khoan/thong-bao/{id}"),
        }
    }
}
