//! The list one comes from: carried in the address of a dossier, so that one finds back to it, and on
//! to the next. What is carried is the question of the list and a place in it, nothing else.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::address::{InboxQuery, address};
use crate::{
    dossiers::{self, InboxCursor, InboxFilter, Position, Turn},
    kernel::{actor::Official, desk_places::DeskPlace, ids::AttachmentId, places::Place},
    platform::views::FlashKind,
    web::{
        extract::{Conn, OfficialIn, Query},
        shell::{Error, Visit, respond},
    },
};

/// The longest question that is carried.
const LONGEST: usize = 1000;

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Listed {
    /// The question of the list.
    ds: String,
    /// The place in it.
    vt: String,
    /// Which of how many: `4/24`.
    so: String,
}

/// Which way on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Way {
    huong: String,
}

impl Listed {
    pub fn at(question: &str, place: InboxCursor, position: Option<Position>) -> Self {
        Self { ds: question.to_owned(), vt: place.to_string(), so: position.map(|at| at.to_string()).unwrap_or_default() }
    }

    /// What this visit carries; nothing if it does not come from a list.
    pub fn of(visit: &Visit) -> Self {
        let question = visit.path().split_once('?').map(|(_, question)| question).unwrap_or_default();
        let carried = web::Query::<Self>::from_query(question).map(web::Query::into_inner).unwrap_or_default();
        if carried.ds.len() > LONGEST || carried.place().is_none() { Self::default() } else { carried }
    }

    pub fn is_none(&self) -> bool {
        self.vt.is_empty()
    }

    /// Which dossier of how many; as it was when one came here.
    pub fn position(&self) -> Option<Position> {
        self.so.parse().ok()
    }

    fn place(&self) -> Option<InboxCursor> {
        self.vt.parse().ok()
    }

    /// A place of the desk, with the list carried on.
    pub fn address(&self, place: &Place) -> String {
        self.asking(place, "")
    }

    /// A dossier with this of its files in the frame.
    pub fn showing(&self, place: &Place, file: AttachmentId) -> String {
        format!("{}#papers", self.asking(place, &file.to_string()))
    }

    fn asking(&self, place: &Place, file: &str) -> String {
        let position = self.position().map(|at| at.to_string()).unwrap_or_default();
        place.asking(&[("tep", file), ("ds", &self.ds), ("vt", &self.vt), ("so", &position)])
    }

    /// The dossier before (`truoc`) or behind (`sau`) this one.
    pub fn beside(&self, way: &str) -> String {
        Place::Desk(DeskPlace::Beside).asking(&[("huong", way), ("ds", &self.ds), ("vt", &self.vt)])
    }

    fn filter(&self, official: &Official) -> InboxFilter {
        let query = web::Query::<InboxQuery>::from_query(&self.ds).map(web::Query::into_inner).unwrap_or_default();
        InboxFilter { turn: None, ..query.filter(official.account) }
    }

    /// The list itself.
    pub fn list(&self, official: &Official) -> String {
        if self.is_none() { Place::Inbox.path() } else { address(&self.filter(official), official.account) }
    }
}

/// `GET /can-bo/ke-tiep`: on to the next dossier of the list; at its end back to it.
pub async fn beside(official: OfficialIn, mut conn: Conn, way: Query<Way>) -> Result<HttpResponse, Error> {
    let (listed, me) = (Listed::of(&official), &official.official);
    let Some(place) = listed.place() else { return Ok(respond::see_other(&Place::Inbox)) };
    let back = way.0.huong == "truoc";
    let turn = if back { Turn::Before(place) } else { Turn::After(place) };
    let filter = InboxFilter { turn: Some(turn), ..listed.filter(me) };
    match dossiers::beside(conn.open().await?, official.now(), me, &filter).await? {
        Some((code, place)) => {
            let position = dossiers::position(conn.open().await?, official.now(), me, &filter, place).await?;
            Ok(respond::see_other_path(&Listed::at(&listed.ds, place, position).address(&Place::Workbench(code))))
        }
        None => {
            official.say(FlashKind::Info, if back { "listed-first" } else { "listed-last" }, &[]);
            Ok(respond::see_other_path(&listed.list(me)))
        }
    }
}
