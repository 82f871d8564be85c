//! What nobody touched stays byte for byte.

use motcua::{
    catalogue::{
        self, Folder,
        editing::{self, Arrange, Filled, Locus, PARTS, Sheet},
    },
    forms::{How, Setting},
};

use crate::catalogue::files;

fn services() -> Vec<(String, Folder)> {
    let all = files();
    let slugs = all.keys().filter_map(|name| name.strip_prefix("services/")?.strip_suffix("/service.toml"));
    slugs.map(|slug| (slug.to_owned(), catalogue::folder_of(&all, slug))).collect()
}

/// Every place of a service at which something can be set.
fn places(folder: &Folder) -> Vec<Locus> {
    let items = PARTS.iter().flat_map(|part| {
        let count = if part.path.is_empty() { 1 } else { editing::rows(folder, part.word).expect("rows").len() };
        (0..count).map(|place| Locus::Item(*part, place))
    });
    let pages = editing::pages(folder).into_iter().flat_map(|(key, _)| {
        let part = format!("form-{key}");
        let rows = editing::rows(folder, &part).unwrap_or_else(|e| panic!("{part}: {e}"));
        let inside: Vec<Locus> = rows.iter().map(|row| Locus::read(&part, &row.item).expect("a place")).collect();
        std::iter::once(Locus::Page(key)).chain(inside)
    });
    items.chain(pages).collect()
}

#[test]
fn every_shipped_service_opened_and_saved_unchanged_is_byte_equal() {
    let mut seen = 0;
    for (slug, folder) in services() {
        for (name, text) in folder.iter() {
            let sheet = Sheet::read(text).unwrap_or_else(|e| panic!("{slug}/{name}: {e}"));
            assert_eq!(sheet.text(), text, "{slug}/{name}");
        }
        for locus in places(&folder) {
            let settings = editing::settings_at(&folder, &locus);
            let filled = editing::filled(&folder, &locus, &settings).unwrap_or_else(|| panic!("{slug}: {locus:?}"));
            let typed = |setting: &Setting| settings.iter().position(|s| s == setting).map(|at| filled[at].clone()).unwrap_or_default();
            let saved = editing::edit(&folder, &locus, &|_| None, &typed).unwrap_or_else(|e| panic!("{slug}: {locus:?}: {e:?}"));
            assert_eq!(saved, folder, "{slug}: {locus:?}");
            seen += 1;
        }
    }
    assert!(seen > 1_000, "only {seen} places");
}

fn marital() -> Folder {
    services().into_iter().find(|(slug, _)| slug == "xac-nhan-tinh-trang-hon-nhan").expect("there").1
}

fn set(folder: &Folder, part: &str, item: &str, name: &str, value: Filled) -> Folder {
    let locus = Locus::read(part, item).expect("a place");
    let settings = editing::settings_at(folder, &locus);
    let filled = editing::filled(folder, &locus, &settings).expect("filled");
    let typed = |setting: &Setting| match settings.iter().position(|s| s == setting) {
        Some(_) if setting.name == name => value.clone(),
        Some(at) => filled[at].clone(),
        None => Filled::default(),
    };
    editing::edit(folder, &locus, &|_| None, &typed).unwrap_or_else(|e| panic!("{e:?}"))
}

fn changed_lines(before: &Folder, after: &Folder, file: &str) -> (Vec<String>, Vec<String>) {
    let lines = |folder: &Folder| folder.get(file).expect("the file").lines().map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(before), lines(after));
    (old.iter().filter(|l| !new.contains(l)).cloned().collect(), new.iter().filter(|l| !old.contains(l)).cloned().collect())
}

#[test]
fn a_fee_changes_one_line() {
    let before = marital();
    let after = set(&before, "fees", "0", "amount", Filled::text("15.000"));
    assert_eq!(changed_lines(&before, &after, "service.toml"), (vec!["amount = 0".into()], vec!["amount = 15000".into()]));
    let back = set(&after, "fees", "0", "amount", Filled::text("0"));
    assert_eq!(back, before);
}

#[test]
fn texts_hours_limits_and_conditions_are_written_as_people_write_them() {
    let before = marital();
    let text = Filled { text: "Lệ phí mới".into(), other: "New fee".into(), ..Filled::default() };
    let fee = set(&before, "fees", "0", "name", text);
    assert!(fee.get("service.toml").expect("file").contains("name = { vi = \"Lệ phí mới\", en = \"New fee\" }"));
    let hours = set(&before, "steps", "1", "hours", Filled::text("12,5"));
    assert!(hours.get("service.toml").expect("file").contains("hours = 12.5"));
    let limit = set(&before, "deadlines", "0", "limit", Filled { text: "5".into(), other: "working-days".into(), ..Filled::default() });
    assert!(limit.get("service.toml").expect("file").contains("limit = \"5 working days\""));
    let one = editing::Simple { question: "purpose".into(), test: "one_of".into(), value: "1, 2".into() };
    let simple = editing::Comparisons::one(one.clone());
    let when = set(&before, "documents", "3", "when", Filled { simple, ..Filled::default() });
    assert!(when.get("service.toml").expect("file").contains("when = { field = \"purpose\", one_of = [\"1\", \"2\"] }"));
    let other = editing::Simple { question: "requester.phone".into(), test: "answered".into(), value: String::new() };
    let any = editing::Comparisons { join: "any".into(), parts: vec![one, other] };
    let when = set(&before, "documents", "3", "when", Filled { simple: any, ..Filled::default() });
    let written = "when = { any = [{ field = \"purpose\", one_of = [\"1\", \"2\"] }, { field = \"requester.phone\", filled = true }] }";
    assert!(when.get("service.toml").expect("file").contains(written), "{}", when.get("service.toml").expect("file"));
}

#[test]
fn items_move_are_added_and_taken_out() {
    let before = marital();
    let names = |folder: &Folder| editing::rows(folder, "steps").expect("rows").into_iter().map(|row| row.name).collect::<Vec<_>>();
    let first = names(&before);
    let moved = editing::arrange(&before, "steps", "1", Arrange::Down).expect("moved");
    assert_eq!(names(&moved), [0, 2, 1, 3, 4, 5].map(|at| first[at].clone()));
    assert_eq!(editing::arrange(&moved, "steps", "2", Arrange::Up).expect("back"), before, "there and back changes nothing");
    let fewer = editing::arrange(&before, "steps", "2", Arrange::Remove).expect("taken out");
    assert_eq!(names(&fewer).len(), first.len() - 1);
    let more = editing::arrange(&before, "form-muc-dich", "0.5", Arrange::Add).expect("added");
    let rows = editing::rows(&more, "form-muc-dich").expect("rows");
    assert!(rows.iter().any(|row| row.item == "0.5" && row.name.starts_with("Câu hỏi")), "{rows:#?}");
}

/// The questions in the rows of a group are a list of their own.
#[test]
fn columns_move_are_added_and_changed() {
    let before = services().into_iter().find(|(slug, _)| slug == "ho-ngheo").expect("there").1;
    let rows = |folder: &Folder| editing::rows(folder, "form-thanh-vien").expect("rows");
    let group = rows(&before).into_iter().find(|row| row.word == "group").expect("a group").item;
    let columns = |folder: &Folder| -> Vec<String> {
        rows(folder).into_iter().filter(|row| row.item.starts_with(&format!("{group}."))).map(|row| row.name).collect()
    };
    let names = columns(&before);
    let (first, second) = (format!("{group}.0"), format!("{group}.1"));
    let moved = editing::arrange(&before, "form-thanh-vien", &first, Arrange::Down).expect("moved");
    assert_eq!(columns(&moved)[..2], [names[1].clone(), names[0].clone()]);
    assert_eq!(editing::arrange(&moved, "form-thanh-vien", &second, Arrange::Up).expect("back"), before);
    let more = editing::arrange(&before, "form-thanh-vien", &format!("{group}.{}", names.len()), Arrange::Add).expect("added");
    assert_eq!(columns(&more).len(), names.len() + 1);
    let renamed = set(&more, "form-thanh-vien", &format!("{group}.{}", names.len()), "label", Filled::text("Ghi chú"));
    assert_eq!(columns(&renamed).last().map(String::as_str), Some("Ghi chú"));
    let fewer = editing::arrange(&renamed, "form-thanh-vien", &format!("{group}.{}", names.len()), Arrange::Remove).expect("out");
    assert_eq!(columns(&fewer), names);
}

/// What only the old kind had goes, what the new one needs comes.
#[test]
fn a_question_changes_its_kind_and_stays_readable() {
    let all = files();
    let world = crate::catalogue::world(&all);
    let workshop = catalogue::Workshop::open(&all, &world).expect("a workshop");
    let before = editing::arrange(&marital(), "form-muc-dich", "0.5", Arrange::Add).expect("added");
    for kind in motcua::forms::Kind::WORDS {
        let changed = set(&before, "form-muc-dich", "0.5", "kind", Filled::text(*kind));
        if let Err(fault) = workshop.read("xac-nhan-tinh-trang-hon-nhan", &changed) {
            panic!("{kind}: {fault}");
        }
        let back = set(&changed, "form-muc-dich", "0.5", "kind", Filled::text("text"));
        assert_eq!(back, before, "{kind} and back");
    }
}

#[test]
fn a_wrong_box_is_told_and_nothing_is_written() {
    let folder = marital();
    let locus = Locus::read("fees", "0").expect("a place");
    let typed = |setting: &Setting| match (setting.name, setting.how) {
        ("amount", _) => Filled::text("tám nghìn"),
        (_, How::Both) => Filled::default(),
        _ => Filled::text("x"),
    };
    let refused = editing::edit(&folder, &locus, &|_| None, &typed).expect_err("refused");
    let told = format!("{refused:?}");
    assert!(told.contains("(\"amount\", NotANumber)") && told.contains("(\"name\", Missing)"), "{told}");
}

/// What a kind of question costs besides its own file and its place in the one list: a template and its words.
#[test]
fn every_kind_has_its_words_and_its_template() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |folder: &str| -> String {
        let mut folders = vec![root.join(folder)];
        let mut text = String::new();
        while let Some(next) = folders.pop() {
            for entry in std::fs::read_dir(next).expect("a folder").flatten() {
                match entry.path() {
                    path if path.is_dir() => folders.push(path),
                    path => text += &format!("{}\n{}\n", path.display(), std::fs::read_to_string(&path).expect("a text")),
                }
            }
        }
        text
    };
    let (templates, vi, en) = (read("templates/components/fields"), read("locales/vi"), read("locales/en"));
    for kind in motcua::forms::Kind::WORDS {
        assert!(vi.contains(&format!("\nword-{kind} = ")) && en.contains(&format!("\nword-{kind} = ")), "{kind} has no words");
        assert!(templates.contains(&format!("fields.{kind}")) || templates.contains(&format!("/{kind}.html")), "{kind} has no template");
    }
}
