//! A gateway for text messages, on a real socket: keeps what it took, and fails as real ones do.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

#[derive(Clone)]
pub struct SmsOffice {
    pub port: u16,
    taken: Arc<Mutex<Vec<serde_json::Value>>>,
    /// Headers of every request, in lower case.
    heads: Arc<Mutex<Vec<String>>>,
    fates: Arc<Mutex<VecDeque<u16>>>,
}

impl SmsOffice {
    /// Each message in turn is answered with the next status; when they are used up, with 202.
    pub async fn open(fates: &[u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let office =
            Self { port, taken: Arc::default(), heads: Arc::default(), fates: Arc::new(Mutex::new(fates.iter().copied().collect())) };
        let serving = office.clone();
        background(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let office = serving.clone();
                background(async move {
                    let _ended = office.serve(stream).await;
                });
            }
        });
        office
    }

    pub fn taken(&self) -> Vec<serde_json::Value> {
        self.taken.lock().expect("taken").clone()
    }

    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().expect("heads").clone()
    }

    /// One request a connection.
    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut reader = BufReader::new(read);
        let (mut head, mut length) = (String::new(), 0);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).await? == 0 || line == "\r\n" {
                break;
            }
            let line = line.to_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or(0);
            }
            head += &line;
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).await?;
        self.heads.lock().expect("heads").push(head);
        let status = self.fates.lock().expect("fates").pop_front().unwrap_or(202);
        if (200..300).contains(&status) {
            self.taken.lock().expect("taken").push(serde_json::from_slice(&body)?);
        }
        let location = if status == 302 { "location: http://127.0.0.1:9/\r\n" } else { "" };
        let answer = format!("HTTP/1.1 {status} so\r\n{location}content-length: 2\r\nconnection: close\r\n\r\n{{}}");
        write.write_all(answer.as_bytes()).await
    }
}

#[expect(clippy::disallowed_methods, reason = "the gateway of a test runs beside the test")]
fn background(work: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(work);
}
