//! Who stands at the desk, and what he asks for.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    dossiers::{self, Channel, Intake, IntakeRefused, OpenIntake, Rules},
    kernel::{desk_places::DeskPlace, ids::AgencyId, person::PersonName, places::Place, text::fold},
    platform::views::Page,
    web::{
        answer::{Answer, Fault, Faults},
        extract::{Conn, FormPairs, OfficialIn},
        shell::{Error, Visit, respond},
        staff::{
            inbox::channel_key,
            side::{self, SideGroup, side_of},
        },
        words,
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct IntakePage {
    side: Vec<SideGroup>,
    action: String,
    errors: Vec<Fault>,
    services: Vec<Choice>,
    service: Answer,
    /// Nothing to choose for who receives at one counter only.
    agencies: Vec<Choice>,
    agency: Answer,
    channels: Vec<Choice>,
    channel: Answer,
    name: Answer,
    personal_id: Answer,
    phone: Answer,
    email: Answer,
    open: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    value: String,
    text: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    href: String,
    who: String,
    what: String,
    saved: String,
}

impl Page for IntakePage {
    const TEMPLATE: &'static str = "staff/intake/begin.html";

    fn samples() -> Vec<Self> {
        let choice = |value: &str, text: &str| Choice { value: value.into(), text: text.into() };
        let plain = Self {
            side: side::sample(),
            action: "/can-bo/tiep-nhan".into(),
            services: vec![choice("khai-sinh", "Đăng ký khai sinh")],
            channels: vec![choice("in_person", "Trực tiếp"), choice("postal", "Bưu chính")],
            channel: Answer::of("in_person"),
            open: vec![Line {
                href: "/nop/ban-nhap/1".into(),
                who: "Trần Thị Thử".into(),
                what: "Đăng ký khai sinh".into(),
                saved: "23/11/2026, 14:32".into(),
            }],
            ..Self::default()
        };
        let text = "Nhập họ, chữ đệm và tên";
        let wrong = Self {
            errors: vec![Fault { href: "#name".into(), text: text.into() }],
            name: Answer::wrong("", text),
            agencies: vec![choice("1", "UBND phường Việt Trì")],
            open: Vec::new(),
            ..plain.clone()
        };
        vec![plain, wrong]
    }
}

/// `GET /can-bo/tiep-nhan`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>) -> Result<HttpResponse, Error> {
    let page = page(&official, &mut conn, &rules).await?;
    respond::page(&official, &page)
}

/// `POST /can-bo/tiep-nhan`
pub async fn begin(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>, form: FormPairs) -> Result<HttpResponse, Error> {
    let mut page = page(&official, &mut conn, &rules).await?;
    page.typed(&form);
    let mut faults = Faults::new(&official);
    let intake = page.read(&mut faults, &counters(&official, &rules));
    page.errors = faults.list;
    let Some(intake) = intake.filter(|_| page.errors.is_empty()) else { return respond::invalid(&official, &page) };
    match dossiers::begin_intake(conn.open().await?, &rules, official.now(), &official.official, intake).await {
        Ok(draft) => Ok(respond::see_other(&Place::DraftResume(draft))),
        Err(IntakeRefused::NoSuchService | IntakeRefused::NotCompetent) => {
            let mut faults = Faults::new(&official);
            page.service.error = faults.note("service", "intake-fault-not-here");
            page.errors = faults.list;
            respond::invalid(&official, &page)
        }
        Err(IntakeRefused::Db(error)) => Err(error.into()),
    }
}

/// The agencies at whose counter the official receives.
fn counters(official: &OfficialIn, rules: &Rules) -> Vec<(AgencyId, String)> {
    let me = &official.official;
    let receives = me.agencies().into_iter().filter(|agency| dossiers::may_take_in(me, *agency));
    receives.filter_map(|id| rules.agencies.get(id)).map(|agency| (agency.id, agency.short_authority())).collect()
}

async fn page(official: &OfficialIn, conn: &mut Conn, rules: &Rules) -> Result<IntakePage, Error> {
    let counters = counters(official, rules);
    // Who receives nowhere has no such page.
    if counters.is_empty() {
        return Err(Error::NotFound);
    }
    let open = dossiers::open_intakes(conn.open().await?, rules, &official.official).await?;
    conn.close();
    let several = counters.len() > 1;
    Ok(IntakePage {
        side: side_of(official, &Place::Desk(DeskPlace::Intake)),
        action: Place::Desk(DeskPlace::Intake).path(),
        services: services(official, rules, &counters),
        agencies: if several {
            counters.into_iter().map(|(id, text)| Choice { value: id.to_string(), text }).collect()
        } else {
            Vec::new()
        },
        channels: [Channel::InPerson, Channel::Postal]
            .map(|channel| Choice { value: channel.to_string(), text: official.text(channel_key(channel), &[]) })
            .to_vec(),
        channel: Answer::of(Channel::InPerson.as_str()),
        open: open.iter().map(line).collect(),
        ..IntakePage::default()
    })
}

/// What one of the counters receives, by name.
fn services(visit: &Visit, rules: &Rules, counters: &[(AgencyId, String)]) -> Vec<Choice> {
    let here: Vec<_> = counters.iter().filter_map(|(id, _)| rules.agencies.get(*id)).collect();
    let in_force = rules.catalogue.all_in_force(visit.now().instant());
    let handled = in_force.iter().filter(|version| here.iter().any(|agency| dossiers::handles(agency, &version.definition)));
    let mut all: Vec<Choice> = handled
        .map(|version| Choice { value: version.slug().to_owned(), text: version.definition.name.get(visit.lang()).to_owned() })
        .collect();
    all.sort_by_cached_key(|one| fold(&one.text));
    all.insert(0, Choice { value: String::new(), text: visit.text("intake-choose", &[]) });
    all
}

fn line(open: &OpenIntake) -> Line {
    Line {
        href: Place::DraftResume(open.id).path(),
        who: open.applicant_name.clone(),
        what: open.service_name.clone(),
        saved: words::moment(open.saved_at),
    }
}

impl IntakePage {
    fn typed(&mut self, form: &FormPairs) {
        let boxes = [
            ("service", &mut self.service),
            ("agency", &mut self.agency),
            ("channel", &mut self.channel),
            ("name", &mut self.name),
            ("personal_id", &mut self.personal_id),
            ("phone", &mut self.phone),
            ("email", &mut self.email),
        ];
        for (name, answer) in boxes {
            *answer = Answer::typed(form, name);
        }
    }

    /// What the boxes say, with every fault noted.
    fn read(&mut self, faults: &mut Faults<'_>, counters: &[(AgencyId, String)]) -> Option<Intake> {
        if self.service.value.is_empty() {
            self.service.error = faults.note("service", "intake-fault-service");
        }
        let agency = match counters {
            [(only, _)] => Some(*only),
            _ => faults.read::<AgencyId>(&mut self.agency, "agency", "intake-fault-agency"),
        };
        let channel = faults.read::<Channel>(&mut self.channel, "channel", "intake-fault-channel");
        let name = faults.read::<PersonName>(&mut self.name, "name", "intake-fault-name");
        let personal_id = faults.read_optional(&mut self.personal_id, "personal_id", "intake-fault-personal-id");
        let phone = faults.read_optional(&mut self.phone, "phone", "intake-fault-phone");
        let email = faults.read_optional(&mut self.email, "email", "intake-fault-email");
        // Four digits of one of them are how the dossier is followed without an account.
        if self.personal_id.value.trim().is_empty() && self.phone.value.trim().is_empty() {
            self.personal_id.error = faults.note("personal_id", "intake-fault-nothing-to-follow-by");
        }
        Some(Intake { service: self.service.value.clone(), agency: agency?, channel: channel?, name: name?, personal_id, phone, email })
    }
}
