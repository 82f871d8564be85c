//! Every machine of the portal: green, or what to do.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    kernel::places::admin::AdminPlace,
    oversight::{self, Gauge, State},
    platform::views::Page,
    web::{
        admin::side::{self, SideGroup, side},
        extract::{Conn, SystemAdminIn},
        shell::{Error, Visit, respond},
        words::Tag,
    },
};

#[derive(Debug, Serialize)]
pub struct SystemPage {
    side: Vec<SideGroup>,
    gauges: Vec<GaugeView>,
}

#[derive(Debug, Serialize)]
struct GaugeView {
    name: String,
    state: Tag,
    value: String,
    todo: String,
}

impl Page for SystemPage {
    const TEMPLATE: &'static str = "admin/oversight/system.html";

    fn samples() -> Vec<Self> {
        let gauge = |kind, todo: &str| GaugeView {
            name: "Hàng đợi".into(),
            state: Tag { kind, text: "Tốt".into() },
            value: "0".into(),
            todo: todo.into(),
        };
        vec![Self {
            side: side::sample(), gauges: vec![gauge("ok", ""), gauge("late", "Khởi động lại tiến trình làm việc nền.")]
        }]
    }
}

/// `GET /quan-tri/he-thong`
pub async fn show(admin: SystemAdminIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let gauges = oversight::gauges(admin.platform(), conn.open().await?, admin.now()).await?;
    conn.close();
    let gauges = gauges.iter().map(|gauge| view(&admin, gauge)).collect();
    respond::page(&admin, &SystemPage { side: side(&admin, &AdminPlace::System), gauges })
}

fn view(visit: &Visit, gauge: &Gauge) -> GaugeView {
    let (kind, word) = match gauge.state {
        State::Well => ("ok", "system-well"),
        State::Look => ("soon", "system-look"),
        State::Ill => ("late", "system-ill"),
    };
    let todo = if gauge.state == State::Well { String::new() } else { visit.text(&format!("system-{}-todo", gauge.name), &[]) };
    GaugeView {
        name: visit.text(&format!("system-{}", gauge.name), &[]),
        state: Tag { kind, text: visit.text(word, &[]) },
        value: gauge.value.clone(),
        todo,
    }
}
