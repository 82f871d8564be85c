//! Small files that become large ones, and files that are not what they say.

use std::io::Write;

use crate::{
    citizen::road,
    support::{TestPortal, Upload},
};

/// A document that the service takes.
const DOCUMENT: &str = "giay_to_khac";

/// Objects that lie packed in a PDF.
fn packed(objects: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(objects).expect("packed");
    let head = b"%PDF-1.7\n5 0 obj\n<</Type/ObjStm/Filter/FlateDecode/N 1/First 4>>\nstream\n".as_slice();
    [head, &packer.finish().expect("packed"), b"\nendstream\nendobj\ntrailer<<>>\n%%EOF"].concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x06\0\0\0"].concat()
}

#[actix_web::test]
async fn no_bomb_is_taken_and_none_breaks_anything() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = format!("{}/tep", road::filled(&mut citizen).await);
    citizen.get(&papers).await;
    let zip = [b"PK\x03\x04\x14\0\0\0\x08\0".as_slice(), &[0; 60], b"PK\x05\x06"].concat();
    let nested = [b"%PDF-1.7\n".as_slice(), &b"1 0 obj<</Type/Pages/Kids[1 0 R 1 0 R]/Count 999999999>>endobj\n".repeat(2000)].concat();
    let word_file = [zip.as_slice(), b"[Content_Types].xml word/document.xml"].concat();
    let inner = [b"PK\x03\x04".as_slice(), &zip, &zip, &word_file].concat();
    let acting =
        |act: &str| format!("%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction {act}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF").into_bytes();
    let bombs: [(&str, Vec<u8>); 19] = [
        ("pixels.png", png(60_000, 60_000)),
        ("square.png", png(50_000, 50_000)),
        ("word.docx", word_file),
        ("nested.zip", inner),
        ("script.pdf", acting("<</S/JavaScript/JS(app.alert(1))>>")),
        ("spelled.pdf", acting("<</S/J#61vaScript/JS(app.alert(1))>>")),
        ("launch.pdf", acting("<</S/Launch/Win<</F(cmd.exe)>>>>")),
        ("carries.pdf", acting("<</Names<</EmbeddedFiles 3 0 R>>>>")),
        ("movie.pdf", acting("<</Type/Annot/Subtype/RichMedia>>")),
        ("packed.pdf", packed(b"4 0 <</S/JavaScript/JS(app.alert(1))>>")),
        ("unpacks.pdf", packed(&vec![b' '; 70 * 1024 * 1024])),
        ("pixels.jpg", b"\xff\xd8\xff\xc2\0\x11\x08\xff\xff\xff\xff\x03".to_vec()),
        ("archive.pdf", zip),
        ("page.html", b"<html><script>alert(1)</script>".to_vec()),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec()),
        ("program.exe", b"MZ\x90\0\x03".to_vec()),
        ("nothing.pdf", Vec::new()),
        ("both.pdf", [b"<html>".as_slice(), b"%PDF-1.7"].concat()),
        ("pages.pdf", nested),
    ];
    for (name, bytes) in &bombs {
        let file = Upload { field: DOCUMENT, file_name: name, media_type: "application/pdf", bytes };
        let answer = citizen.upload(&papers, &[("send", "1")], &[file]).await;
        assert!(!answer.status.is_server_error(), "{name}: {}", answer.status);
        let list = citizen.get(&papers).await;
        assert!(list.status.is_success(), "{name}");
        assert!(*name == "pages.pdf" || !list.main_text().contains(name), "{name} was taken: {}", list.main_text());
    }
    let large = vec![b'%'; 22 * 1024 * 1024];
    let file = Upload { field: DOCUMENT, file_name: "large.pdf", media_type: "application/pdf", bytes: &large };
    assert!(!citizen.upload(&papers, &[("send", "1")], &[file]).await.status.is_server_error());
    let long = "a".repeat(4000);
    for name in ["../../../etc/passwd", "\u{202e}fdp.exe", "<xss-probe>.pdf", &long] {
        let file = Upload { field: DOCUMENT, file_name: name, media_type: "application/pdf", bytes: b"%PDF-1.7 x" };
        assert!(!citizen.upload(&papers, &[("send", "1")], &[file]).await.status.is_server_error(), "{name}");
        assert!(!citizen.get(&papers).await.text().contains("<xss-probe"), "{name}");
    }
}

/// Whoever sends such a file is told what is wrong with it and what to do.
#[actix_web::test]
async fn a_file_that_acts_is_refused_with_words() {
    let portal = TestPortal::open().await;
    let mut citizen = portal.citizen().await;
    let papers = format!("{}/tep", road::filled(&mut citizen).await);
    let cases: [(&str, &[u8], &str); 4] = [
        ("a.pdf", b"%PDF-1.7 <</S/JavaScript/JS(x)>>", "có chương trình tự chạy bên trong"),
        ("b.pdf", b"%PDF-1.7 <</EmbeddedFiles 1 0 R>>", "có tệp khác giấu bên trong"),
        ("c.pdf", b"%PDF-1.7 1 0 obj<</Type/ObjStm>>stream\n\xa0\x91\x17 endstream", "bị khóa bằng mật khẩu hoặc bị hỏng"),
        ("d.png", &png(50_000, 50_000), "kích thước quá lớn"),
    ];
    for (name, bytes, said) in cases {
        citizen.get(&papers).await;
        let file = Upload { field: DOCUMENT, file_name: name, media_type: "application/pdf", bytes };
        let told = citizen.upload(&papers, &[("send", "1")], &[file]).await;
        assert!(told.main_text().contains(said) && told.main_text().contains(name), "{name}: {}", told.main_text());
        assert!(told.main_text().contains("Hãy"), "{name}: what to do");
    }
    assert!(!citizen.get(&papers).await.main_text().contains(".pdf"), "nothing of it was kept");
}
