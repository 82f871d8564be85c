//! The addresses of the portal, typed: no address is written by hand anywhere else.
//! Citizens read addresses too, so they are Vietnamese words without marks.

pub mod admin;
pub mod ways_in;

use admin::AdminPlace;
use ways_in::WayIn;

use super::{
    account_places::AccountPlace,
    desk_places::{DeskPlace, DeskThing},
    dossier_code::DossierCode,
    ids::{AttachmentId, DossierId, PaperId},
    procedure_code::ProcedureCode,
};

/// A page somebody can be sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    Home,
    Services,
    Service(String),
    /// A procedure that the portal only tells about, under the services, where people look for it.
    Procedure(ProcedureCode),
    /// Which one-stop shop is mine?
    FindCounter,
    Track,
    /// Where a check code is typed.
    VerifyPaper,
    Verify(String),
    Accessibility,
    /// Choosing the language of the portal.
    Language,
    Privacy,
    Help,
    SignIn,
    /// Signing in with more, or with something else, than a password.
    WayIn(WayIn),
    SignUp,
    SignUpSent,
    ConfirmEmail(String),
    SignOut,
    /// A forgotten password: where the letter is asked for.
    ForgottenPassword,
    ForgottenPasswordSent,
    /// The link of that letter.
    NewPassword(String),
    /// Looking after one's own account.
    Account(AccountPlace),
    MyDossiers,
    /// Getting a dossier that was handed in at a counter into one's account.
    Claim,
    /// Begin a dossier of a service.
    Apply(String),
    /// A draft where it was left: leads to the first thing still to do.
    DraftResume(DossierId),
    /// One page of a draft's form.
    Draft(DossierId, String),
    /// All parts of a draft, each with how far it is.
    DraftParts(DossierId),
    DraftAgency(DossierId),
    DraftDocuments(DossierId),
    DraftReview(DossierId),
    /// Where scripts save one page of a draft while it is written.
    DraftAutosave(DossierId, String),
    /// Where files for one document of a draft are sent.
    DraftUpload(DossierId, String),
    /// A file of a draft; posting there takes it away.
    DraftFile(DossierId, AttachmentId),
    DraftDiscard(DossierId),
    Dossier(DossierCode),
    Receipt(DossierCode),
    Supplement(DossierCode),
    /// Where files for one document of a supplement are sent.
    SupplementUpload(DossierCode, String),
    /// A file of a supplement; posting there takes it away.
    SupplementFile(DossierCode, AttachmentId),
    /// Posting there begins a new draft with the answers of this dossier.
    ApplyAgain(DossierCode),
    Withdraw(DossierCode),
    /// What was told about a dossier, and whether it arrived.
    Told(DossierCode),
    /// The draft of the result, which the citizen checks.
    CheckDraft(DossierCode),
    /// The result itself: getting it online is receiving it.
    Result(DossierCode),
    Attachment(AttachmentId),
    Paper(PaperId),
    Inbox,
    /// Pages of the desk that are not about one dossier.
    Desk(DeskPlace),
    Workbench(DossierCode),
    /// An act on a dossier by an official: `tiep-nhan`, `bo-sung` …
    WorkbenchAct(DossierCode, &'static str),
    /// Something of the desk that is not about one dossier.
    DeskThing(DeskThing),
    /// The pages of administrators.
    Admin(AdminPlace),
    Mailbox,
    Letter(String),
    /// An enclosure of a letter, counted from 0.
    Enclosure(String, usize),
}

impl Place {
    /// The path on this portal, beginning with `/`.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".into(),
            Self::Services => "/dich-vu".into(),
            Self::Service(slug) => format!("/dich-vu/{slug}"),
            Self::Procedure(code) => format!("/dich-vu/{code}"),
            Self::FindCounter => "/tim-mot-cua".into(),
            Self::Track => "/tra-cuu".into(),
            Self::VerifyPaper => "/xac-minh".into(),
            Self::Verify(code) => format!("/xac-minh/{code}"),
            Self::Language => "/ngon-ngu".into(),
            Self::Accessibility => "/kha-nang-tiep-can".into(),
            Self::Privacy => "/bao-ve-du-lieu".into(),
            Self::Help => "/tro-giup".into(),
            Self::SignIn => "/dang-nhap".into(),
            Self::WayIn(way) => way.path(),
            Self::SignUp => "/dang-ky".into(),
            Self::SignUpSent => "/dang-ky/da-gui".into(),
            Self::ConfirmEmail(token) => format!("/dang-ky/xac-nhan/{token}"),
            Self::SignOut => "/dang-xuat".into(),
            Self::ForgottenPassword => "/quen-mat-khau".into(),
            Self::ForgottenPasswordSent => "/quen-mat-khau/da-gui".into(),
            Self::NewPassword(token) => format!("/quen-mat-khau/dat-lai/{token}"),
            Self::Account(place) => place.path(),
            Self::MyDossiers => "/ho-so".into(),
            Self::Claim => "/nhan-ho-so".into(),
            Self::Apply(slug) => format!("/nop/{slug}"),
            Self::DraftResume(id) => format!("/nop/ban-nhap/{id}"),
            Self::Draft(id, page) => format!("/nop/ban-nhap/{id}/{page}"),
            Self::DraftParts(id) => format!("/nop/ban-nhap/{id}/cac-phan"),
            Self::DraftAgency(id) => format!("/nop/ban-nhap/{id}/noi-nop"),
            Self::DraftDocuments(id) => format!("/nop/ban-nhap/{id}/tep"),
            Self::DraftReview(id) => format!("/nop/ban-nhap/{id}/kiem-tra"),
            Self::DraftAutosave(id, page) => format!("/nop/ban-nhap/{id}/{page}/tu-luu"),
            Self::DraftUpload(id, document) => format!("/nop/ban-nhap/{id}/tep/{document}"),
            Self::DraftFile(id, file) => format!("/nop/ban-nhap/{id}/tep/{file}/xoa"),
            Self::DraftDiscard(id) => format!("/nop/ban-nhap/{id}/xoa"),
            Self::Dossier(code) => format!("/ho-so/{code}"),
            Self::Receipt(code) => format!("/ho-so/{code}/da-nop"),
            Self::Supplement(code) => format!("/ho-so/{code}/bo-sung"),
            Self::SupplementUpload(code, document) => format!("/ho-so/{code}/bo-sung/{document}"),
            Self::SupplementFile(code, file) => format!("/ho-so/{code}/bo-sung/tep/{file}/xoa"),
            Self::ApplyAgain(code) => format!("/ho-so/{code}/nop-lai"),
            Self::Withdraw(code) => format!("/ho-so/{code}/rut"),
            Self::Told(code) => format!("/ho-so/{code}/thong-bao"),
            Self::CheckDraft(code) => format!("/ho-so/{code}/du-thao"),
            Self::Result(code) => format!("/ho-so/{code}/ket-qua"),
            Self::Attachment(id) => format!("/tep/{id}"),
            Self::Paper(id) => format!("/van-ban/{id}"),
            Self::Inbox => "/can-bo".into(),
            Self::Desk(place) => place.path().into(),
            Self::Workbench(code) => format!("/can-bo/ho-so/{code}"),
            Self::WorkbenchAct(code, act) => format!("/can-bo/ho-so/{code}/{act}"),
            Self::DeskThing(thing) => thing.path(),
            Self::Admin(place) => place.path(),
            Self::Mailbox => "/hop-thu".into(),
            Self::Letter(id) => format!("/hop-thu/{id}"),
            Self::Enclosure(id, place) => format!("/hop-thu/{id}/{place}"),
        }
    }

    /// This place, from which one goes on to a path of this portal: `/dang-nhap?tiep=/nop/khai-sinh`.
    pub fn leading_to(&self, path: Option<&str>) -> String {
        self.asking(&[("tiep", path.unwrap_or_default())])
    }

    /// This place with a question: `/dich-vu?q=khai%20sinh`. Empty values are left out.
    pub fn asking(&self, question: &[(&str, &str)]) -> String {
        let asked: Vec<String> =
            question.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| format!("{name}={}", in_query(value))).collect();
        if asked.is_empty() { self.path() } else { format!("{}?{}", self.path(), asked.join("&")) }
    }
}

/// A value as it stands behind a question mark.
fn in_query(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
