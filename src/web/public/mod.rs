//! Pages for everybody: finding a service, signing up and in, following a dossier by its code,
//! checking a paper, and what a public portal must say about itself. Nothing here shows whom a
//! dossier concerns.

mod confirmation;
mod finding;
mod language;
mod mailbox;
mod notes;
mod passkey;
mod providers;
mod recovery;
mod sign_in;
mod sign_in_code;
mod sign_out;
mod sign_up;
mod tracking;
mod verification;

use actix_web::web::{ServiceConfig, get, post};
use finding::{catalogue, counter, home, procedure, service};

use super::{answer, device_page, leaving};
use crate::{kernel::places::Place, platform::views::ListedPage};

/// The addresses of this audience.
pub(super) fn routes(cfg: &mut ServiceConfig) {
    let part = |name: &str| format!("{{{name}}}");
    cfg.route(&Place::Home.path(), get().to(home::show))
        .route(&Place::Services.path(), get().to(catalogue::show))
        .route(&Place::Service(part("slug")).path(), get().to(service::show))
        .route(&Place::FindCounter.path(), get().to(counter::show))
        .route(&Place::Track.path(), get().to(tracking::show))
        .route(&Place::Track.path(), post().to(tracking::find))
        .route(&Place::VerifyPaper.path(), get().to(verification::ask))
        .route(&Place::Verify(part("code")).path(), get().to(verification::show))
        .route(&Place::SignIn.path(), get().to(sign_in::show))
        .route(&Place::SignIn.path(), post().to(sign_in::send))
        .route("/dang-nhap/ma", get().to(sign_in_code::show))
        .route("/dang-nhap/ma", post().to(sign_in_code::send))
        .route("/dang-nhap/khoa", post().to(passkey::ask))
        .route("/dang-nhap/khoa/mo", post().to(passkey::enter))
        .route("/dang-nhap/voi/{key}", post().to(providers::go))
        .route("/dang-nhap/voi/{key}/ve", get().to(providers::came))
        .route(&Place::SignOut.path(), post().to(sign_out::send))
        .route(&Place::ForgottenPassword.path(), get().to(recovery::ask))
        .route(&Place::ForgottenPassword.path(), post().to(recovery::send))
        .route(&Place::ForgottenPasswordSent.path(), get().to(recovery::sent))
        .route(&Place::NewPassword(part("token")).path(), get().to(recovery::choose))
        .route(&Place::NewPassword(part("token")).path(), post().to(recovery::set))
        .route(&Place::SignUp.path(), get().to(sign_up::show))
        .route(&Place::SignUp.path(), post().to(sign_up::send))
        .route(&Place::SignUpSent.path(), get().to(confirmation::sent))
        .route(&Place::ConfirmEmail(part("token")).path(), get().to(confirmation::follow))
        .route(&Place::Language.path(), get().to(language::choose))
        .route(&Place::Help.path(), get().to(notes::help))
        .route(&Place::Privacy.path(), get().to(notes::privacy))
        .route(&Place::Accessibility.path(), get().to(notes::accessibility))
        .route(&Place::Mailbox.path(), get().to(mailbox::list))
        .route(&Place::Letter(part("id")).path(), get().to(mailbox::show))
        .route("/hop-thu/{id}/{place}", get().to(mailbox::enclosure));
}

/// The pages of this audience.
pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<home::HomePage>(),
        ListedPage::of::<catalogue::CataloguePage>(),
        ListedPage::of::<service::ServicePage>(),
        ListedPage::of::<procedure::ProcedureView>(),
        ListedPage::of::<counter::CounterPage>(),
        ListedPage::of::<sign_up::SignUpPage>(),
        ListedPage::of::<confirmation::SentPage>(),
        ListedPage::of::<confirmation::ConfirmationPage>(),
        ListedPage::of::<sign_in::SignInPage>(),
        ListedPage::of::<sign_in_code::SignInCodePage>(),
        ListedPage::of::<device_page::DevicePage>(),
        ListedPage::of::<leaving::LeavingPage>(),
        ListedPage::of::<recovery::AskPage>(),
        ListedPage::of::<recovery::AskedPage>(),
        ListedPage::of::<recovery::NewPasswordPage>(),
        ListedPage::of::<tracking::TrackingPage>(),
        ListedPage::of::<verification::VerificationPage>(),
        ListedPage::of::<notes::HelpPage>(),
        ListedPage::of::<notes::PrivacyPage>(),
        ListedPage::of::<notes::AccessibilityPage>(),
        ListedPage::of::<mailbox::MailboxPage>(),
        ListedPage::of::<mailbox::LetterPage>(),
    ]
}
