//! The questions that wait for an answer, the most pressing first.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::{
    dossiers::{self, AskedOpinion, Rules},
    kernel::{
        desk_places::{DeskPlace, DeskThing},
        places::Place,
    },
    platform::views::Page,
    web::{
        extract::{Conn, OfficialIn},
        shell::{Error, respond},
        staff::side::{self, SideGroup, side_of},
        words,
    },
};

#[derive(Debug, Serialize)]
pub struct OpinionsPage {
    side: Vec<SideGroup>,
    asked: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    href: String,
    name: String,
    asking: String,
    service: String,
    code: String,
    until: String,
    late: bool,
}

impl Page for OpinionsPage {
    const TEMPLATE: &'static str = "staff/opinions/list.html";

    fn samples() -> Vec<Self> {
        let line = |late| Line {
            href: "/can-bo/y-kien/1".into(),
            name: "Hỏi nơi cư trú trước đây".into(),
            asking: "UBND phường Việt Trì".into(),
            service: "Cấp Giấy xác nhận tình trạng hôn nhân".into(),
            code: "H44.101-261123-0001".into(),
            until: "26/11/2026, 09:00".into(),
            late,
        };
        let page = |asked| Self { side: side::sample(), asked };
        vec![page(vec![line(true), line(false)]), page(Vec::new())]
    }
}

/// `GET /can-bo/y-kien`
pub async fn show(official: OfficialIn, mut conn: Conn, rules: web::Data<Rules>) -> Result<HttpResponse, Error> {
    let asked = dossiers::asked_opinions(conn.open().await?, &rules, &official.official).await.map_err(Error::internal)?;
    conn.close();
    let now = official.now().instant();
    let line = |asked: AskedOpinion| Line {
        href: DeskThing::Opinion(asked.id).path(),
        name: asked.name,
        asking: asked.asking,
        service: asked.service_name,
        code: asked.code.to_string(),
        until: words::moment(asked.answer_until),
        late: asked.answer_until < now,
    };
    let side = side_of(&official, &Place::Desk(DeskPlace::Opinions));
    respond::page(&official, &OpinionsPage { side, asked: asked.into_iter().map(line).collect() })
}
