//! A mail server for tests: speaks SMTP on a real socket, and fails as real ones do.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream, tcp::OwnedWriteHalf},
};

/// What becomes of one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Delivered,
    /// 550 at the address: there is no such person.
    NoSuchPerson,
    /// 451 at the address: come back later.
    ComeBackLater,
    /// 552 after the text: the mailbox is full for good.
    TooMuch,
    /// 451 after the text.
    ComeBackAfterData,
    /// The connection breaks after the text was taken, before the answer.
    CutAfterData,
    /// 535 at the sign-in.
    WrongPassword,
    /// Nothing is said at all.
    Silence,
    /// 451 4.7.1 at the address: too many at once.
    SlowDown,
}

#[derive(Clone)]
pub struct PostOffice {
    pub port: u16,
    letters: Arc<Mutex<Vec<String>>>,
    fates: Arc<Mutex<VecDeque<Fate>>>,
}

impl PostOffice {
    /// Each letter in turn meets the next fate; when they are used up, letters are delivered.
    pub async fn open(fates: &[Fate]) -> Self {
        Self::open_at(0, fates).await
    }

    /// At a port where nobody listens, or any for 0.
    pub async fn open_at(port: u16, fates: &[Fate]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let office = Self { port, letters: Arc::default(), fates: Arc::new(Mutex::new(fates.iter().copied().collect())) };
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

    /// What was taken, oldest first: also letters whose answer was cut off.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().expect("letters").clone()
    }

    fn next_fate(&self) -> Fate {
        self.fates.lock().expect("fates").pop_front().unwrap_or(Fate::Delivered)
    }

    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut fate = self.next_fate();
        if fate == Fate::Silence {
            tokio::time::sleep(Duration::from_secs(60)).await;
            return Ok(());
        }
        say(&mut write, "220 post office").await?;
        while let Some(line) = lines.next_line().await? {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            match word.as_str() {
                "EHLO" => say(&mut write, "250-post office\r\n250-8BITMIME\r\n250 AUTH PLAIN").await?,
                "AUTH" if fate == Fate::WrongPassword => say(&mut write, "535 wrong password").await?,
                "AUTH" => say(&mut write, "235 welcome").await?,
                "RCPT" if fate == Fate::NoSuchPerson => say(&mut write, "550 no such person").await?,
                "RCPT" if fate == Fate::SlowDown => say(&mut write, "451 4.7.1 slow down").await?,
                "RCPT" if fate == Fate::ComeBackLater => say(&mut write, "451 come back later").await?,
                "DATA" => {
                    say(&mut write, "354 go on").await?;
                    let mut text = String::new();
                    while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                        text.push_str(line.strip_prefix('.').unwrap_or(&line));
                        text.push('\n');
                    }
                    match fate {
                        Fate::CutAfterData => {
                            self.letters.lock().expect("letters").push(text);
                            return Ok(());
                        }
                        Fate::TooMuch => say(&mut write, "552 mailbox full").await?,
                        Fate::ComeBackAfterData => say(&mut write, "451 come back later").await?,
                        _ => {
                            self.letters.lock().expect("letters").push(text);
                            say(&mut write, "250 taken").await?;
                        }
                    }
                    fate = self.next_fate();
                }
                "QUIT" => return say(&mut write, "221 goodbye").await,
                _ => say(&mut write, "250 well").await?,
            }
        }
        Ok(())
    }
}

async fn say(write: &mut OwnedWriteHalf, words: &str) -> std::io::Result<()> {
    write.write_all(format!("{words}\r\n").as_bytes()).await
}

#[expect(clippy::disallowed_methods, reason = "the server of a test runs beside the test")]
fn background(work: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(work);
}
