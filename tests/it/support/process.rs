//! A portal in a process of its own, as an operator starts it: it can be killed.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

use actix_web::{
    HttpMessage,
    http::{
        StatusCode,
        header::{HeaderMap, HeaderName, HeaderValue},
    },
    test::TestRequest,
};
use futures_util::StreamExt;

use super::browser::{Answer, Browser};

pub struct ServerProcess {
    child: Child,
    address: String,
}

impl ServerProcess {
    /// `motcua serve --demo` on a data folder, with settings from the environment.
    pub fn start(data: &Path, settings: &[(&str, &str)]) -> Self {
        let kept = std::env::vars_os().filter(|(name, _)| !name.to_string_lossy().starts_with("MOTCUA_") || name == "MOTCUA_PG_BIN");
        let mut child = Command::new(env!("CARGO_BIN_EXE_motcua"))
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env_clear()
            .envs(kept.collect::<Vec<_>>())
            .env("MOTCUA_LOG_LEVEL", "warn")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the portal starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let address = lines.map_while(Result::ok).find_map(|line| line.strip_prefix("Một Cửa: http://").map(str::to_owned));
        Self { address: address.expect("the portal says where it is"), child }
    }

    /// Ends it at once, in the middle of whatever it does.
    pub fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("its end");
    }

    pub fn anonymous(&self) -> Browser<'_> {
        Browser::of_process(self)
    }

    pub(super) async fn send(&self, request: TestRequest) -> Answer {
        let mut request = request.to_request();
        let mut body = Vec::new();
        let mut payload = request.take_payload();
        while let Some(chunk) = payload.next().await {
            body.extend(chunk.expect("a body"));
        }
        let mut head = format!("{} {} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n", request.method(), request.uri(), self.address);
        for (name, value) in request.headers().iter().filter(|(name, _)| *name != "content-length") {
            head.push_str(&format!("{name}: {}\r\n", value.to_str().expect("a header")));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
        let mut stream = TcpStream::connect(&self.address).expect("the portal listens");
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        read(&answer)
    }
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(answer: &[u8]) -> Answer {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse::<u16>().ok()).expect("a status");
    let mut headers = HeaderMap::new();
    for (name, value) in head.lines().skip(1).filter_map(|line| line.split_once(": ")) {
        headers.append(name.parse::<HeaderName>().expect("a name"), HeaderValue::from_str(value).expect("a value"));
    }
    let body = &answer[end + 4..];
    let is_chunked = headers.get("transfer-encoding").is_some_and(|how| how == "chunked");
    let body = if is_chunked { unchunked(body) } else { body.to_vec() };
    Answer::of_wire(StatusCode::from_u16(status).expect("a status"), headers, body)
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|window| window == b"\r\n") {
        let size = usize::from_str_radix(String::from_utf8_lossy(&rest[..end]).trim(), 16).expect("a size");
        if size == 0 {
            break;
        }
        body.extend(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 4 + size..];
    }
    body
}
