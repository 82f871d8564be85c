//! Keys of people's own devices: made, used, refused, taken away.

mod device;
mod refusals;
mod roads;

use device::Device;

use crate::support::{Answer, Browser, TestPortal};

const PASSWORD: &str = "cong-mot-cua-2026";
pub(super) const ORIGIN: &str = "http://localhost:8080";

/// A portal whose address knows passkeys.
async fn portal() -> TestPortal {
    TestPortal::open_with(|config| {
        config.portal.address = ORIGIN.into();
        config.portal.demo = false;
    })
    .await
}

/// What a page asks of a device, and the token under which it waits for the answer.
struct Question {
    asked: serde_json::Value,
    token: String,
}

impl Question {
    fn on(page: &Answer) -> Self {
        let asked = page.attributes("form[data-passkey]", "data-question");
        let asked = asked.first().unwrap_or_else(|| panic!("no question: {:?} {}", page.location(), page.main_text()));
        Self { asked: serde_json::from_str(asked).expect("a question"), token: page.input("token").expect("a token") }
    }
}

/// Asks for a new key, after the password.
async fn begun(browser: &mut Browser<'_>, name: &str) -> Question {
    browser.get("/tai-khoan/khoa/them").await;
    Question::on(&browser.post_form("/tai-khoan/khoa/them", &[("name", name), ("password", PASSWORD)]).await)
}

/// Makes a key on a new device.
pub(super) async fn enrolled(browser: &mut Browser<'_>, name: &str) -> Device {
    let question = begun(browser, name).await;
    let mut device = Device::new();
    let answer = device.makes(&question.asked);
    let kept = browser.post_form("/tai-khoan/khoa/luu", &[("token", &question.token), ("answer", &answer)]).await;
    assert!(browser.follow(&kept).await.text().contains("Đã thêm khóa truy cập"), "{:?}", kept.location());
    device
}

/// Asks whoever is there for a key.
async fn asked(browser: &mut Browser<'_>) -> Question {
    browser.get("/dang-nhap").await;
    Question::on(&browser.post_form("/dang-nhap/khoa", &[]).await)
}

async fn answers(browser: &mut Browser<'_>, question: &Question, answer: &str) -> Answer {
    browser.post_form("/dang-nhap/khoa/mo", &[("token", &question.token), ("answer", answer)]).await
}
