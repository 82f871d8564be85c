//! Thông tin của tôi.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    accounts::{
        self, Profile,
        own::{self, Details},
    },
    kernel::{account_places::AccountPlace, lang::Lang, places::Place, text},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        answer::{Answer, BirthDate, Fault, Faults},
        extract::{CitizenIn, Conn, FormPairs},
        shell::respond,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct DetailsPage {
    errors: Vec<Fault>,
    full_name: Answer,
    phone: Answer,
    personal_id: Answer,
    /// Somebody else vouches for the number: it is shown, not asked.
    number_stays: bool,
    birth: BirthDate,
    address: Answer,
    english: bool,
    back: String,
}

impl Page for DetailsPage {
    const TEMPLATE: &'static str = "citizen/account/details.html";

    fn samples() -> Vec<Self> {
        let text = "Nhập số điện thoại Việt Nam, ví dụ 0912 345 678";
        let wrong = Self {
            errors: vec![Fault { href: "#phone".into(), text: text.into() }],
            full_name: Answer::of("Nguyễn Văn Mẫu"),
            phone: Answer::wrong("12", text),
            english: true,
            ..Self::default()
        };
        let verified = Self { personal_id: Answer::of("025000000001"), number_stays: true, ..Self::default() };
        vec![verified, Self { back: "/tai-khoan".into(), ..Self::default() }, wrong]
    }
}

impl From<Profile> for DetailsPage {
    fn from(profile: Profile) -> Self {
        let birth = profile.birth_date.map(BirthDate::of).unwrap_or_default();
        Self {
            full_name: Answer::of(profile.name.as_str()),
            phone: Answer::of(profile.phone.as_ref().map_or("", |phone| phone.as_str())),
            personal_id: Answer::of(profile.personal_id.as_ref().map_or("", |id| id.as_str())),
            number_stays: profile.personal_id_verified_at.is_some(),
            birth,
            address: Answer::of(&profile.address),
            english: profile.lang == Lang::En,
            back: Place::Account(AccountPlace::Home).path(),
            ..Self::default()
        }
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let profile = accounts::profile(conn.open().await?, citizen.citizen.account).await?.ok_or(Error::NotFound)?;
    respond::page(&citizen, &DetailsPage::from(profile))
}

pub(super) async fn change(citizen: CitizenIn, mut conn: Conn, form: FormPairs) -> Result<HttpResponse, Error> {
    let (page, details) = read(&citizen, &form);
    let Some(details) = details else { return respond::invalid(&citizen, &page) };
    own::change_details(conn.open().await?, citizen.now(), &citizen.citizen, &details).await?;
    citizen.speak(details.lang);
    citizen.say(FlashKind::Success, "account-details-saved", &[]);
    Ok(respond::see_other(&Place::Account(AccountPlace::Home)))
}

/// The longest address; nobody lives further.
const LONGEST_ADDRESS: usize = 300;

fn read(citizen: &CitizenIn, form: &FormPairs) -> (DetailsPage, Option<Details>) {
    let typed = |name| Answer::typed(form, name);
    let mut page = DetailsPage {
        full_name: typed("full_name"),
        phone: typed("phone"),
        personal_id: typed("personal_id"),
        address: typed("address"),
        english: form.text("lang") == Lang::En.as_str(),
        back: Place::Account(AccountPlace::Home).path(),
        ..DetailsPage::default()
    };
    let mut faults = Faults::new(citizen);
    let name = faults.read(&mut page.full_name, "full_name", "public-sign-up-wrong-name");
    let phone = faults.read(&mut page.phone, "phone", "public-sign-up-wrong-phone");
    let personal_id = faults.read_optional(&mut page.personal_id, "personal_id", "public-sign-up-wrong-personal-id");
    let birth_date = faults.read_birth_date(form, &mut page.birth, "public-sign-up-wrong-birth");
    let address = text::line(&page.address.value).chars().take(LONGEST_ADDRESS).collect();
    let lang = if page.english { Lang::En } else { Lang::Vi };
    let details = match (name, phone) {
        (Some(name), Some(phone)) if faults.none() => Some(Details { name, phone, personal_id, birth_date, address, lang }),
        _ => None,
    };
    page.errors = faults.list;
    (page, details)
}
