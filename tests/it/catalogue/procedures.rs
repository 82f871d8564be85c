//! The administrator's list: read with its faults, entered once, and the texts of the national database.

use std::{fs, path::Path};

use motcua::{
    catalogue::procedures::{self, ImportRefused, Imported, Level},
    platform::config::ConfigFolder,
};

use crate::support::{TestFolder, TestPortal, test_config};

const HEAD: &str = "code,name,field,levels,applicants,decision,online,results,result_codes\n";

/// A folder with a list and a wording of one's own.
fn folder(list: &str, wording: &str) -> TestFolder {
    let folder = TestFolder::new();
    let catalogue = folder.path().join("catalogue");
    fs::create_dir_all(&catalogue).expect("a folder");
    fs::write(catalogue.join("procedures.csv"), list).expect("a list");
    fs::write(catalogue.join("synonyms.toml"), wording).expect("a wording");
    folder
}

fn faults(list: &str, wording: &str) -> Vec<String> {
    let folder = folder(list, wording);
    let faults = procedures::read_list(&ConfigFolder::at(folder.path())).expect_err("faults");
    faults.iter().map(|fault| fault.to_string().rsplit("catalogue/").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn the_shipped_list_is_sound() {
    let list = procedures::read_list(&test_config().folder).unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert!(list.procedures.len() > 2_600, "{}", list.procedures.len());
    assert!(list.procedures.iter().any(|one| one.levels == [Level::Commune] && one.name == "Đăng ký thường trú"));
}

#[test]
fn every_fault_is_told_with_its_line() {
    let good = "1.000001,Một việc,Hộ tịch,commune,citizen,1/QĐ,national,Giấy,KQ\n";
    let list = format!(
        "{HEAD}{good}1.00002,Sai mã,Hộ tịch,commune,citizen,,,,\n1.000003,,Hộ tịch,commune,citizen,,,,\n1.000004,Sai cấp,Hộ tịch,district,citizen,,,,\n1.000001,Trùng,Hộ tịch,commune,citizen,,,,\n1.000005,Thiếu ô,Hộ tịch\n1.000006,Sai nơi,Hộ tịch,commune,citizen,,here,,\n"
    );
    let told = faults(&list, "[names]\n\"1.000001\" = [\"a\"]\n\"9.999999\" = [\"b\"]\n").join("\n");
    for expected in [
        "procedures.csv:3: code `1.00002`",
        "procedures.csv:4: name is empty",
        "procedures.csv:5: levels: unknown Level: district",
        "procedures.csv:6: 1.000001 is also on line 2",
        "procedures.csv:7: the row does not have as many cells",
        "procedures.csv:8: online is `national` or empty",
        "synonyms.toml:3: 9.999999 is no procedure of the list",
    ] {
        assert!(told.contains(expected), "{expected} is missing in\n{told}");
    }
    assert!(faults(&format!("{HEAD}{good}"), "said = 1").join("").contains("synonyms.toml"));
    assert!(faults("", "").join("\n").contains("there is no procedure"));
}

#[tokio::test]
async fn a_list_is_entered_once_and_a_new_one_replaces_it() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let shipped = procedures::read_list(&test_config().folder).expect("sound");
    let again = procedures::enter(&mut conn, &shipped).await.expect("entered");
    assert!(again.unchanged, "{again:?}");

    let text = test_config().folder.read("catalogue/procedures.csv").expect("a list");
    let wording = test_config().folder.read("catalogue/synonyms.toml").expect("a wording");
    let longer = folder(&format!("{text}6.999998,Việc mới,Hộ tịch,commune,citizen,,,,\n"), &wording);
    let begun = std::time::Instant::now();
    let longer = procedures::read_list(&ConfigFolder::at(longer.path())).expect("sound");
    let entered = procedures::enter(&mut conn, &longer).await.expect("entered");
    eprintln!("{} procedures read and entered in {:?}", entered.procedures, begun.elapsed());
    assert_eq!(entered.procedures, shipped.procedures.len() + 1);

    let own =
        folder(&format!("{HEAD}1.000001,Xin phép thả diều,Văn hóa,commune,citizen,,,,\n"), "[names]\n\"1.000001\" = [\"thả diều\"]\n");
    let own = procedures::read_list(&ConfigFolder::at(own.path())).expect("sound");
    let entered = procedures::enter(&mut conn, &own).await.expect("entered");
    assert_eq!((entered.procedures, entered.unchanged), (1, false));
    let code = |code: &str| code.parse().expect("a code");
    assert!(procedures::procedure(&mut conn, &code("1.000001")).await.expect("read").is_some());
    assert!(procedures::procedure(&mut conn, &code("1.004222")).await.expect("read").is_none(), "no longer listed");
    let kept = procedures::procedure(&mut conn, &code("1.001193")).await.expect("read").expect("a service stays");
    assert_eq!(kept.service.as_deref(), Some("khai-sinh"));
}

const INVENTED: &str = r#"{"ma_thu_tuc":"1.004222","ten_thu_tuc":"Đăng ký thường trú","trinh_tu_thuc_hien":"Bước 1: nộp.\nBước 2: nhận.","cach_thuc_thuc_hien":"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp7 Ngày làm việcMiễn phí","thanh_phan_ho_so":"--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai bịa1 bản chính","can_cu_phap_ly":"Luật 68/2020/QH14","yeu_cau_dieu_kien":"không","co_quan_thuc_hien":"Công an Xã"}
{"ma_thu_tuc":"6.999999","ten_thu_tuc":"Việc không có trong danh mục"}
"#;

#[tokio::test]
async fn texts_are_imported_once_and_changed_ones_again() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let mut heard = Vec::new();
    let first = procedures::import(&mut conn, INVENTED, |done, all| heard.push((done, all))).await.expect("imported");
    assert_eq!(first, Imported { new: 1, unknown: 1, ..Imported::default() });
    assert_eq!(heard, [(2, 2)]);
    let again = procedures::import(&mut conn, INVENTED, |_, _| {}).await.expect("imported");
    assert_eq!(again, Imported { unchanged: 1, unknown: 1, ..Imported::default() });
    let changed = INVENTED.replace("Bước 2: nhận.", "Bước 2: chờ.");
    assert_eq!(procedures::import(&mut conn, &changed, |_, _| {}).await.expect("imported").changed, 1);
    let page = procedures::procedure(&mut conn, &"1.004222".parse().expect("a code")).await.expect("read").expect("there");
    let texts = page.texts.expect("texts");
    assert_eq!(texts.sequence, ["Bước 1: nộp.", "Bước 2: chờ."]);
    assert_eq!((texts.ways.len(), texts.documents.len(), texts.conditions.len()), (1, 1, 0));
    assert_eq!(texts.legal_basis, ["68/2020/QH14"]);
}

#[tokio::test]
async fn a_bad_line_changes_nothing_and_is_named() {
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    let bad = format!(
        "{INVENTED}\n{{\"ma_thu_tuc\": 7}}\n{{\"ma_thu_tuc\":\"x\",\"ten_thu_tuc\":\"a\"}}\n{}",
        INVENTED.lines().next().unwrap_or_default()
    );
    let Err(ImportRefused::Unreadable(faults)) = procedures::import(&mut conn, &bad, |_, _| {}).await else { panic!("refused") };
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [4, 5, 6], "{faults:#?}");
    let page = procedures::procedure(&mut conn, &"1.004222".parse().expect("a code")).await.expect("read").expect("there");
    assert_eq!(page.texts, None, "nothing was entered");
    assert!(matches!(procedures::import(&mut conn, "\n", |_, _| {}).await, Err(ImportRefused::Empty)));
}

/// Real files of the national database; they are not part of the project.
#[tokio::test]
async fn real_files_of_the_national_database_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: there are no files of the national database in {}", folder.display());
        return;
    };
    let files = files.filter_map(|entry| Some(entry.ok()?.path()));
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "jsonl")).collect();
    let portal = TestPortal::open().await;
    let mut conn = portal.conn().await;
    for file in files {
        let text = fs::read_to_string(&file).expect("text");
        let imported = procedures::import(&mut conn, &text, |_, _| {}).await.unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        eprintln!("{}: {imported:?}", file.display());
        assert!(imported.new > 100 && imported.unknown * 20 < imported.new, "{imported:?}");
    }
    let page = procedures::procedure(&mut conn, &"1.000894".parse().expect("a code")).await.expect("read").expect("there");
    let texts = page.texts.expect("texts");
    assert!(!texts.ways.is_empty() && !texts.documents.is_empty() && !texts.legal_basis.is_empty(), "{texts:#?}");
}
