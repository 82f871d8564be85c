//! What every page knows besides its own facts: who looks, in which language, at which portal.

use serde::Serialize;

use crate::kernel::{account_places::AccountPlace, desk_places::DeskPlace, lang::Lang, places::Place, places::admin::AdminPlace};

/// The variable `shell` of every template.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    pub lang: Lang,
    /// The path of this request, for the mark in the menu and for coming back after signing in.
    pub path: String,
    /// The masked token for hidden inputs named `csrf`; empty where there is no session to protect.
    pub csrf: String,
    pub user: Option<ShellUser>,
    pub flash: Option<Flash>,
    /// This installation shows invented people and a mailbox page.
    pub demo: bool,
    pub portal: PortalFacts,
    pub request_id: String,
    pub links: Links,
    pub languages: Languages,
}

impl Shell {
    /// A shell as a stranger sees it, for samples and mails.
    pub fn stranger(lang: Lang, portal: PortalFacts) -> Self {
        Self {
            lang,
            path: "/".into(),
            csrf: String::new(),
            user: None,
            flash: None,
            demo: false,
            portal,
            request_id: String::new(),
            links: Links::default(),
            languages: Languages::back_to("/"),
        }
    }
}

/// Who is signed in.
#[derive(Debug, Clone, Serialize)]
pub struct ShellUser {
    pub name: String,
    pub is_official: bool,
    pub is_admin: bool,
    /// Notices that were not read yet.
    pub unread: u32,
}

/// One sentence about what was just done, shown once on the next page.
#[derive(Debug, Clone, Serialize)]
pub struct Flash {
    pub kind: FlashKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FlashKind {
    /// Done as asked.
    Success,
    /// Worth knowing.
    Info,
    /// Not done, or done in part.
    Warning,
}

/// How the portal introduces itself; the words are settings of the installation.
#[derive(Debug, Clone, Serialize)]
pub struct PortalFacts {
    /// `Cổng Dịch vụ công`
    pub name: String,
    /// `Tỉnh Phú Thọ`
    pub province: String,
    /// Whom to call; a demonstration says so in the text itself.
    pub hotline: String,
    /// When somebody answers.
    pub hotline_hours: String,
}

impl PortalFacts {
    /// The facts of a demonstration: the number is invented and says so on screen.
    pub fn demo() -> Self {
        Self {
            name: "Cổng Dịch vụ công".into(),
            province: "Tỉnh Phú Thọ".into(),
            hotline: "1900 0000".into(),
            hotline_hours: "số minh họa, 7:30 – 17:00, thứ Hai – thứ Sáu".into(),
        }
    }
}

/// The addresses in header, menu and footer.
#[derive(Debug, Clone, Serialize)]
pub struct Links {
    home: String,
    services: String,
    track: String,
    counter: String,
    mine: String,
    account: String,
    notices: String,
    help: String,
    sign_in: String,
    sign_up: String,
    sign_out: String,
    inbox: String,
    reset: String,
    admin: String,
    mailbox: String,
    privacy: String,
    accessibility: String,
}

impl Default for Links {
    fn default() -> Self {
        Self {
            home: Place::Home.path(),
            services: Place::Services.path(),
            track: Place::Track.path(),
            counter: Place::FindCounter.path(),
            mine: Place::MyDossiers.path(),
            account: Place::Account(AccountPlace::Home).path(),
            notices: Place::Account(AccountPlace::Notices).path(),
            help: Place::Help.path(),
            sign_in: Place::SignIn.path(),
            sign_up: Place::SignUp.path(),
            sign_out: Place::SignOut.path(),
            inbox: Place::Inbox.path(),
            reset: Place::Desk(DeskPlace::ResetSecondFactor).path(),
            admin: Place::Admin(AdminPlace::Home).path(),
            mailbox: Place::Mailbox.path(),
            privacy: Place::Privacy.path(),
            accessibility: Place::Accessibility.path(),
        }
    }
}

/// Where each language is chosen, coming back to the same page.
#[derive(Debug, Clone, Serialize)]
pub struct Languages {
    vi: String,
    en: String,
}

impl Languages {
    pub fn back_to(path: &str) -> Self {
        let choice = |lang: Lang| Place::Language.asking(&[("lang", lang.as_str()), ("tiep", path)]);
        Self { vi: choice(Lang::Vi), en: choice(Lang::En) }
    }
}
