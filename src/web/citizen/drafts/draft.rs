//! A draft on its way: the steps from the choice of the agency to the button "Nộp hồ sơ".

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use crate::{
    catalogue::ServiceVersion,
    dossiers::{self, Draft, Rules},
    forms::{Level, Problem},
    kernel::{desk_places::DeskPlace, ids::DossierId, lang::Lang, places::Place},
    web::{
        Error,
        extract::{CitizenIn, Conn},
    },
};

/// A draft with the version of its service, as its owner reads it.
pub(in crate::web::citizen) struct OpenDraft {
    pub draft: Draft,
    pub service: Arc<ServiceVersion>,
    pub today: NaiveDate,
    pub lang: Lang,
    counter: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::web::citizen) enum Step {
    Agency,
    Page(String),
    Documents,
    Review,
}

/// Where one is, for the component `ui.steps`, and the way back.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web::citizen) struct Steps {
    pub current: usize,
    pub total: usize,
    /// What is asked for, as a task.
    pub name: String,
    pub back: String,
    /// The list of all parts, for a long form; empty for a short one.
    pub all: String,
    /// Of a draft that an official fills in: for whom, and where; else empty.
    pub counter: String,
}

/// How far a part of the dossier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web::citizen) enum Done {
    Not,
    Begun,
    /// Something that was answered is wrong.
    Wrong,
    /// Nothing was given, and nothing has to be.
    Optional,
    Whole,
}

/// A form of more pages than this shows the list of its parts.
const SHORT: usize = 6;

impl Steps {
    pub fn sample() -> Self {
        Self {
            current: 2,
            total: 5,
            name: "Xin giấy xác nhận tình trạng hôn nhân".into(),
            back: "/ho-so".into(),
            all: "/nop/ban-nhap/1/cac-phan".into(),
            counter: "Nhập tại quầy cho Trần Thị Thử".into(),
        }
    }
}

impl OpenDraft {
    /// A draft of this citizen; somebody else's does not exist.
    pub async fn load(citizen: &CitizenIn, conn: &mut Conn, rules: &Rules, id: DossierId) -> Result<Self, Error> {
        let rules = rules.in_language(citizen.lang());
        let found = dossiers::draft(conn.open().await?, &rules, citizen.now(), &citizen.citizen, id).await?;
        let draft = found.ok_or(Error::NotFound)?;
        let service = rules.catalogue.version(draft.service_version).ok_or_else(|| Error::internal(anyhow::anyhow!("unknown version")))?;
        let agency = draft.agency_name.clone().unwrap_or_default();
        let counter = draft.at_counter.as_ref().map(|name| {
            let said = [("name", name.as_str().into()), ("agency", agency.into())];
            citizen.text("draft-at-counter", &said)
        });
        Ok(Self { draft, service, today: citizen.now().today(), lang: citizen.lang(), counter: counter.unwrap_or_default() })
    }

    /// Where one comes from and goes back to: one's own dossiers, or the counter.
    pub fn home(&self) -> Place {
        if self.draft.at_counter.is_some() { Place::Desk(DeskPlace::Intake) } else { Place::MyDossiers }
    }

    pub fn place(&self, step: &Step) -> Place {
        let id = self.draft.id;
        match step {
            Step::Agency => Place::DraftAgency(id),
            Step::Page(page) => Place::Draft(id, page.clone()),
            Step::Documents => Place::DraftDocuments(id),
            Step::Review => Place::DraftReview(id),
        }
    }

    pub fn steps_at(&self, step: &Step) -> Steps {
        let road = self.road();
        let index = road.iter().position(|other| other == step).unwrap_or_default();
        let before = index.checked_sub(1).and_then(|before| road.get(before));
        Steps {
            current: index + 1,
            total: road.len(),
            name: self.service.definition.task.get(self.lang).to_owned(),
            back: before.map_or(self.home(), |step| self.place(step)).path(),
            all: if road.len() > SHORT { Place::DraftParts(self.draft.id).path() } else { String::new() },
            counter: self.counter.clone(),
        }
    }

    /// Where a new draft begins: whether the service is the right one, if that is a question; else the
    /// list of all parts of a long form, or the first thing to do.
    pub fn beginning(&self) -> Place {
        match self.service.eligibility_page() {
            Some(page) => Place::Draft(self.draft.id, page.key.clone()),
            None => self.overview(),
        }
    }

    fn overview(&self) -> Place {
        if self.road().len() > SHORT {
            return Place::DraftParts(self.draft.id);
        }
        let first = self.road().into_iter().find(|step| !self.asks_first(step));
        self.place(&first.unwrap_or(Step::Review))
    }

    /// Whether this page asks if the service is the right one.
    fn asks_first(&self, step: &Step) -> bool {
        self.service.eligibility_page().is_some_and(|page| *step == Step::Page(page.key.clone()))
    }

    /// Where "Lưu và tiếp tục" leads.
    pub fn after(&self, step: &Step) -> Place {
        if self.draft.agency.is_none() && self.asks_first(step) {
            return self.overview();
        }
        let mut rest = self.road().into_iter().skip_while(|other| other != step).skip(1);
        self.place(&rest.next().unwrap_or(Step::Review))
    }

    /// The first step that is not done; the review if all are.
    pub fn first_to_do(&self) -> Step {
        let blocks = |key: &str| self.problems_of(key).is_ok_and(|all| all.iter().any(|problem| problem.level == Level::Block));
        if let Some(first) = self.service.eligibility_page().filter(|page| blocks(&page.key)) {
            return Step::Page(first.key.clone());
        }
        if self.draft.agency.is_none() {
            return Step::Agency;
        }
        let missing = |document: &dossiers::DocumentToGive| document.required && document.files.is_empty();
        match self.obstacles().into_iter().next() {
            Some(problem) => Step::Page(problem.page),
            None if self.draft.documents.iter().any(missing) => Step::Documents,
            None => Step::Review,
        }
    }

    /// What keeps the whole form from being submitted.
    pub fn obstacles(&self) -> Vec<Problem> {
        let problems = self.service.form.check(&self.draft.answers, self.today, self.lang);
        problems.into_iter().filter(|problem| problem.level == Level::Block).collect()
    }

    /// What is wrong on one page of the form.
    pub fn problems_of(&self, key: &str) -> Result<Vec<Problem>, Error> {
        let page = self.service.form.definition().page(key).ok_or(Error::NotFound)?;
        Ok(self.service.form.page_problems(page, &self.draft.answers, self.today, self.lang))
    }

    /// How far one step is. What was filled in beforehand and is right counts as done.
    pub fn done(&self, step: &Step) -> Done {
        let (begun, whole) = match step {
            Step::Agency => (false, self.draft.agency.is_some()),
            Step::Documents => {
                let mut documents = self.draft.documents.iter();
                let begun = documents.clone().any(|document| !document.files.is_empty());
                if !begun && documents.clone().all(|document| !document.required) {
                    return Done::Optional;
                }
                (begun, documents.all(|document| !document.required || !document.files.is_empty()))
            }
            Step::Review => (false, false),
            Step::Page(key) => {
                let answers = &self.draft.answers;
                let typed = |key: &str| answers.get(key).is_some() || answers.unread(key).is_some();
                let problems = self.problems_of(key).unwrap_or_default();
                let blocking = || problems.iter().filter(|problem| problem.level == Level::Block);
                if blocking().any(|problem| typed(&problem.field)) {
                    return Done::Wrong;
                }
                let blocked = blocking().next().is_some();
                let saved = self.draft.saved_pages.contains(key);
                let page = self.service.form.definition().page(key);
                if !saved && !blocked && !page.is_some_and(|page| page.fields().any(|field| typed(&field.key))) {
                    return Done::Optional;
                }
                (saved, !blocked)
            }
        };
        match (begun, whole) {
            (_, true) => Done::Whole,
            (true, false) => Done::Begun,
            (false, false) => Done::Not,
        }
    }

    /// Every step, in order.
    pub fn road(&self) -> Vec<Step> {
        let pages = self.service.form.pages(&self.draft.answers, self.today).into_iter().map(|page| Step::Page(page.key.clone()));
        let documents = (!self.draft.documents.is_empty()).then_some(Step::Documents);
        let mut road: Vec<Step> = pages.chain(documents).chain([Step::Review]).collect();
        // Whether the service is the right one is asked before anything else. At a counter one knows where one is.
        if self.draft.at_counter.is_none() {
            road.insert(usize::from(self.service.eligibility_page().is_some()), Step::Agency);
        }
        road
    }
}
