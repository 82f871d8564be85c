//! Thiết bị đang đăng nhập.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::{
    accounts::own::{self, Device},
    kernel::{account_places::AccountPlace, ids::SessionId, places::Place},
    platform::views::{FlashKind, Page},
    web::{
        Error,
        extract::{CitizenIn, Conn, FormPairs, Path},
        shell::respond,
        words,
    },
};

#[derive(Debug, Clone, Serialize)]
pub(super) struct DevicesPage {
    devices: Vec<DeviceRow>,
    end_others: String,
    password: String,
    back: String,
}

#[derive(Debug, Clone, Serialize)]
struct DeviceRow {
    /// `Chrome, Windows`; empty if the browser says nothing that we know.
    name: String,
    since: String,
    seen: String,
    is_this: bool,
    end: String,
}

impl Page for DevicesPage {
    const TEMPLATE: &'static str = "citizen/account/devices.html";

    fn samples() -> Vec<Self> {
        let row = |name: &str, is_this| DeviceRow {
            name: name.into(),
            since: "23/11/2026, 09:00".into(),
            seen: "23/11/2026, 09:12".into(),
            is_this,
            end: "/tai-khoan/thiet-bi/1".into(),
        };
        let page = |devices| Self {
            devices,
            end_others: "/tai-khoan/thiet-bi/khac".into(),
            password: "/tai-khoan/mat-khau".into(),
            back: "/tai-khoan".into(),
        };
        vec![page(vec![row("Chrome, Windows", true)]), page(vec![row("Chrome, Windows", true), row("", false)])]
    }
}

impl From<Device> for DeviceRow {
    fn from(device: Device) -> Self {
        Self {
            name: called(&device.name),
            since: words::moment(device.since),
            seen: words::moment(device.seen_at),
            is_this: device.is_this,
            end: Place::Account(AccountPlace::Device(device.id)).path(),
        }
    }
}

pub(super) async fn show(citizen: CitizenIn, mut conn: Conn) -> Result<HttpResponse, Error> {
    let token = citizen.token().ok_or(Error::NotFound)?;
    let found = own::devices(conn.open().await?, citizen.now(), citizen.citizen.account, &token).await?;
    let page = DevicesPage {
        devices: found.into_iter().map(DeviceRow::from).collect(),
        end_others: Place::Account(AccountPlace::OtherDevices).path(),
        password: Place::Account(AccountPlace::Password).path(),
        back: Place::Account(AccountPlace::Home).path(),
    };
    respond::page(&citizen, &page)
}

pub(super) async fn end(citizen: CitizenIn, mut conn: Conn, Path(id): Path<SessionId>, _: FormPairs) -> Result<HttpResponse, Error> {
    if !own::end_device(conn.open().await?, citizen.now(), &citizen.citizen, id).await? {
        return Err(Error::NotFound);
    }
    citizen.say(FlashKind::Success, "account-device-ended", &[]);
    Ok(respond::see_other(&Place::Account(AccountPlace::Devices)))
}

pub(super) async fn end_others(citizen: CitizenIn, mut conn: Conn, _: FormPairs) -> Result<HttpResponse, Error> {
    let token = citizen.token().ok_or(Error::NotFound)?;
    own::end_other_devices(conn.open().await?, citizen.now(), &citizen.citizen, &token).await?;
    citizen.say(FlashKind::Success, "account-devices-ended", &[]);
    Ok(respond::see_other(&Place::Account(AccountPlace::Devices)))
}

/// What the browser calls itself, in two words. Every browser claims to be some others too: the order matters.
fn called(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 7] = [
        ("coc_coc", "Cốc Cốc"),
        ("Edg", "Edge"),
        ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"), ("Linux", "Linux")];
    let find = |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    [find(&BROWSERS), find(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::called;

    #[test]
    fn browsers_are_called_as_people_call_them() {
        let cases = [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36",
                "Chrome, Windows",
            ),
            ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0", "Edge, Windows"),
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Mobile Safari/604", "Safari, iPhone"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            ("curl/8", ""),
        ];
        for (agent, name) in cases {
            assert_eq!(called(agent), name);
        }
    }
}
