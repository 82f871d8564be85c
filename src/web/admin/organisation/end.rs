//! A post ends with a day; whoever is the last of a role is not let go without a second look.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::scope;
use crate::{
    accounts::members::{self, EndRefused, Member},
    dossiers::Rules,
    kernel::{
        ids::MembershipId,
        places::{Place, admin::AdminPlace},
    },
    platform::views::{FlashKind, Page},
    web::{
        admin::side::{self, SideGroup, side_of},
        answer::{Answer, Fault, Faults},
        extract::{AdminIn, Conn, FormPairs, Path},
        shell::{Error, respond},
    },
};

#[derive(Debug, Clone, Default, Serialize)]
pub struct EndPage {
    side: Vec<SideGroup>,
    back: String,
    agency: String,
    name: String,
    role: String,
    action: String,
    errors: Vec<Fault>,
    last_day: Answer,
    reason: Answer,
    /// Nobody else has the role; this must be agreed to.
    last: bool,
    agreed: bool,
}

impl Page for EndPage {
    const TEMPLATE: &'static str = "admin/organisation/end.html";

    fn samples() -> Vec<Self> {
        let page = Self {
            side: side::sample(),
            back: "/quan-tri/co-quan/H44.07900".into(),
            agency: "Phường Việt Trì".into(),
            name: "Lê Thị Tiếp".into(),
            role: "Cán bộ tiếp nhận".into(),
            action: "/quan-tri/can-bo/1/ket-thuc".into(),
            last_day: Answer::of("2026-12-01"),
            ..Self::default()
        };
        let text = "Nhập lý do; lý do được ghi vào nhật ký";
        let wrong = Self {
            errors: vec![Fault { href: "#reason".into(), text: text.into() }],
            reason: Answer::wrong("", text),
            last: true,
            ..page.clone()
        };
        vec![page, wrong]
    }
}

/// `GET /quan-tri/can-bo/{id}/ket-thuc`
pub async fn show(admin: AdminIn, mut conn: Conn, rules: web::Data<Rules>, id: Path<MembershipId>) -> Result<HttpResponse, Error> {
    let (_, mut page) = blank(&admin, &mut conn, &rules, id.0).await?;
    page.last_day = Answer::of(&scope::in_box(admin.now().today()));
    respond::page(&admin, &page)
}

/// `POST /quan-tri/can-bo/{id}/ket-thuc`
pub async fn end(
    admin: AdminIn,
    mut conn: Conn,
    rules: web::Data<Rules>,
    id: Path<MembershipId>,
    form: FormPairs,
) -> Result<HttpResponse, Error> {
    let (post, mut page) = blank(&admin, &mut conn, &rules, id.0).await?;
    let mut faults = Faults::new(&admin);
    page.last_day = Answer::typed(&form, "last_day");
    page.reason = Answer::typed(&form, "reason");
    page.agreed = form.text("agreed") == "yes";
    let last_day = scope::day(&page.last_day.value);
    if last_day.is_none() {
        page.last_day.error = faults.note("last_day", "appoint-no-day");
    }
    if page.last && !page.agreed {
        faults.note("agreed", "end-agree");
    }
    let done = match last_day.filter(|_| faults.none()) {
        Some(day) => Some(members::end_post(conn.open().await?, admin.now(), admin.official(), &post, day, &page.reason.value).await),
        None => None,
    };
    match done {
        Some(Ok(())) => {
            admin.say(FlashKind::Success, "end-done", &[("name", page.name.as_str().into())]);
            let code = rules.agencies.get(post.agency).map(|agency| agency.code.clone()).unwrap_or_default();
            return Ok(respond::see_other(&Place::Admin(AdminPlace::Agency(code))));
        }
        Some(Err(EndRefused::Db(error))) => return Err(error.into()),
        Some(Err(EndRefused::NoReason)) => page.reason.error = faults.note("reason", "admin-reason-missing"),
        Some(Err(EndRefused::Backwards)) => page.last_day.error = faults.note("last_day", "end-backwards"),
        None => {}
    }
    page.errors = faults.list;
    respond::invalid(&admin, &page)
}

async fn blank(admin: &AdminIn, conn: &mut Conn, rules: &Rules, id: MembershipId) -> Result<(Member, EndPage), Error> {
    let today = admin.now().today();
    let (post, all) = members::member(conn.open().await?, id, today).await?.ok_or(Error::NotFound)?;
    conn.close();
    let agency = rules.agencies.get(post.agency).filter(|agency| scope::reaches(&rules.agencies, &admin.reach, agency.id));
    let agency = agency.ok_or(Error::NotFound)?;
    if !scope::roles(admin).contains(&post.role) {
        return Err(Error::NotFound);
    }
    let page = EndPage {
        side: side_of(admin, &AdminPlace::Organisation),
        back: Place::Admin(AdminPlace::Agency(agency.code.clone())).path(),
        agency: agency.name.clone(),
        name: post.name.to_string(),
        role: admin.text(&format!("word-{}", post.role.as_str()), &[]),
        action: Place::Admin(AdminPlace::EndPost(id)).path(),
        last: members::leaves_nobody(&all, &post, today),
        ..EndPage::default()
    };
    Ok((post, page))
}
