//! Tài khoản của tôi: what the portal knows about its owner, and how it is kept safe. For everybody
//! who is signed in, officials too: each for his own account only.

mod again;
mod data;
mod details;
mod devices;
mod email;
mod home;
mod passkeys;
mod password;
mod providers;
mod readers;
mod second_factor;

use actix_web::web;

use crate::platform::views::ListedPage;

pub(super) fn routes(cfg: &mut web::ServiceConfig) {
    cfg.route("/tai-khoan", web::get().to(home::show))
        .route("/tai-khoan/thong-tin", web::get().to(details::show))
        .route("/tai-khoan/thong-tin", web::post().to(details::change))
        .route("/tai-khoan/mat-khau", web::get().to(password::show))
        .route("/tai-khoan/mat-khau", web::post().to(password::change))
        .route("/tai-khoan/email", web::get().to(email::show))
        .route("/tai-khoan/email", web::post().to(email::ask))
        .route("/tai-khoan/email/{token}", web::get().to(email::show_link))
        .route("/tai-khoan/email/{token}", web::post().to(email::confirm))
        .route("/tai-khoan/thiet-bi", web::get().to(devices::show))
        .route("/tai-khoan/thiet-bi/khac", web::post().to(devices::end_others))
        .route("/tai-khoan/thiet-bi/{id}", web::post().to(devices::end))
        .route("/tai-khoan/khoa", web::get().to(passkeys::show))
        .route("/tai-khoan/khoa/them", web::get().to(passkeys::ask_name))
        .route("/tai-khoan/khoa/them", web::post().to(passkeys::ask_device))
        .route("/tai-khoan/khoa/luu", web::post().to(passkeys::keep))
        .route("/tai-khoan/khoa/{id}", web::get().to(passkeys::ask_to_revoke))
        .route("/tai-khoan/khoa/{id}", web::post().to(passkeys::revoke))
        .route("/tai-khoan/lien-ket", web::get().to(providers::show))
        .route("/tai-khoan/lien-ket/{key}", web::get().to(providers::ask_to_tie))
        .route("/tai-khoan/lien-ket/{key}", web::post().to(providers::tie))
        .route("/tai-khoan/lien-ket/{key}/go", web::get().to(providers::ask_to_untie))
        .route("/tai-khoan/lien-ket/{key}/go", web::post().to(providers::untie))
        .route("/tai-khoan/ai-da-xem", web::get().to(readers::show))
        .route("/tai-khoan/du-lieu", web::get().to(data::show))
        .route("/tai-khoan/du-lieu/tai-ve", web::get().to(data::download))
        .route("/tai-khoan/dong", web::get().to(data::ask_to_close))
        .route("/tai-khoan/dong", web::post().to(data::close))
        .route("/tai-khoan/hai-buoc", web::get().to(second_factor::show))
        .route("/tai-khoan/hai-buoc", web::post().to(second_factor::begin))
        .route("/tai-khoan/hai-buoc/bat", web::get().to(second_factor::set_up))
        .route("/tai-khoan/hai-buoc/bat", web::post().to(second_factor::confirm))
        .route("/tai-khoan/hai-buoc/ma-du-phong", web::get().to(second_factor::ask_for_codes))
        .route("/tai-khoan/hai-buoc/ma-du-phong", web::post().to(second_factor::new_codes))
        .route("/tai-khoan/hai-buoc/tat", web::get().to(second_factor::ask_to_turn_off))
        .route("/tai-khoan/hai-buoc/tat", web::post().to(second_factor::turn_off));
}

pub(super) fn pages() -> Vec<ListedPage> {
    vec![
        ListedPage::of::<home::AccountPage>(),
        ListedPage::of::<again::AgainPage>(),
        ListedPage::of::<details::DetailsPage>(),
        ListedPage::of::<password::PasswordPage>(),
        ListedPage::of::<email::EmailPage>(),
        ListedPage::of::<email::EmailLinkPage>(),
        ListedPage::of::<devices::DevicesPage>(),
        ListedPage::of::<passkeys::PasskeysPage>(),
        ListedPage::of::<passkeys::NewPasskeyPage>(),
        ListedPage::of::<providers::ProvidersPage>(),
        ListedPage::of::<data::DataPage>(),
        ListedPage::of::<readers::ReadersPage>(),
        ListedPage::of::<second_factor::SecondFactorPage>(),
        ListedPage::of::<second_factor::SetUpPage>(),
        ListedPage::of::<second_factor::CodesPage>(),
    ]
}
