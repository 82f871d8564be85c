//! Small files that become large ones, and files that are not what they say.

use crate::{
    citizen::road,
    support::{TestPortal, Upload},
};

/// A document that the service takes.
const DOCUMENT: &str = "giay_to_khac";

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
    let bombs: [(&str, Vec<u8>); 9] = [
        ("pixels.png", png(60_000, 60_000)),
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
