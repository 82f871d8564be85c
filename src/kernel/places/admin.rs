//! The addresses of administrators.

use crate::kernel::ids::MembershipId;

/// A page below `/quan-tri`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AdminPlace {
    Home,
    Services,
    Service(String),
    /// A service from nothing, or like another.
    NewService,
    NewServiceLike(String),
    /// A service stops taking dossiers, or takes them again.
    StopService(String),
    ResumeService(String),
    /// One version of a service, by number.
    Version(String, i32),
    /// A version as a folder, packed.
    VersionFiles(String, i32),
    /// The next version while it is written; posting there begins it.
    Draft(String),
    /// One part of a draft: a word of the editor.
    Part(String, String),
    /// One item of a part.
    Item(String, String, String),
    /// Moves, removes or adds an item.
    Arrange(String, String),
    /// One file of a draft as text.
    DraftFile(String, String),
    DraftHistory(String),
    /// The last edit of a draft is undone.
    DraftUndo(String),
    /// An item saves itself while it is written.
    Autosave(String, String, String),
    DraftProof(String),
    DraftPublish(String),
    DraftDiscard(String),
    DraftFiles(String),
    /// A page of the draft's form, as citizens will see it.
    Preview(String, String),
    System,
    Jobs,
    Job(String),
    Audit,
    Organisation,
    Agency(String),
    /// Somebody gets a post at an agency.
    Appoint(String),
    EndPost(MembershipId),
    /// A list of people is read in.
    BringMembers,
    /// The year of everybody, or of one agency.
    Calendar,
    CalendarDay,
    CalendarRemove,
    CalendarAnnounced,
    CalendarList,
    CalendarHours,
    CalendarFile,
    /// What letters say; one of them; one in this language.
    Letters,
    Letter(String),
    LetterIn(String, String),
}

impl AdminPlace {
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/quan-tri".into(),
            Self::Services => "/quan-tri/dich-vu".into(),
            Self::Service(slug) => format!("/quan-tri/dich-vu/{slug}"),
            Self::NewService => "/quan-tri/them-dich-vu".into(),
            Self::NewServiceLike(slug) => format!("/quan-tri/them-dich-vu?giong={slug}"),
            Self::StopService(slug) => format!("/quan-tri/dich-vu/{slug}/tam-dung"),
            Self::ResumeService(slug) => format!("/quan-tri/dich-vu/{slug}/mo-lai"),
            Self::Version(slug, number) => format!("/quan-tri/dich-vu/{slug}/phien-ban/{number}"),
            Self::VersionFiles(slug, number) => format!("/quan-tri/dich-vu/{slug}/phien-ban/{number}/tai-ve"),
            Self::Draft(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap"),
            Self::Part(slug, part) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}"),
            Self::Item(slug, part, place) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{place}"),
            Self::Arrange(slug, part) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/sap-xep"),
            Self::DraftFile(slug, file) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/tep?ten={file}"),
            Self::DraftHistory(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/lich-su"),
            Self::DraftUndo(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/hoan-tac"),
            Self::Autosave(slug, part, place) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/phan/{part}/{place}/tu-luu"),
            Self::DraftProof(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/kiem-tra"),
            Self::DraftPublish(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/cong-bo"),
            Self::DraftDiscard(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/bo"),
            Self::DraftFiles(slug) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/tai-ve"),
            Self::Preview(slug, page) => format!("/quan-tri/dich-vu/{slug}/ban-nhap/xem-thu/{page}"),
            Self::System => "/quan-tri/he-thong".into(),
            Self::Jobs => "/quan-tri/viec-nen".into(),
            Self::Job(id) => format!("/quan-tri/viec-nen/{id}"),
            Self::Audit => "/quan-tri/nhat-ky".into(),
            Self::Organisation => "/quan-tri/co-quan".into(),
            Self::Agency(code) => format!("/quan-tri/co-quan/{code}"),
            Self::Appoint(code) => format!("/quan-tri/co-quan/{code}/them-can-bo"),
            Self::EndPost(id) => format!("/quan-tri/can-bo/{id}/ket-thuc"),
            Self::BringMembers => "/quan-tri/nhap-can-bo".into(),
            Self::Calendar => "/quan-tri/lich".into(),
            Self::CalendarDay => "/quan-tri/lich/them-ngay".into(),
            Self::CalendarRemove => "/quan-tri/lich/bo-ngay".into(),
            Self::CalendarAnnounced => "/quan-tri/lich/cong-bo".into(),
            Self::CalendarList => "/quan-tri/lich/nhap".into(),
            Self::CalendarHours => "/quan-tri/lich/gio".into(),
            Self::CalendarFile => "/quan-tri/lich/tai-ve".into(),
            Self::Letters => "/quan-tri/mau-thong-bao".into(),
            Self::Letter(word) => format!("/quan-tri/mau-thong-bao/{word}"),
            Self::LetterIn(word, lang) => format!("/quan-tri/mau-thong-bao/{word}?tieng={lang}"),
        }
    }
}
