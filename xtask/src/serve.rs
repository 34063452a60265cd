//! `cargo xtask serve`: the planner on a small static server for this machine only.

use std::fs;
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use crate::build::{self, Profile};
use crate::error::{Context as _, Error, Result, fail};
use crate::workspace::site;

const DEFAULT_PORT: u16 = 8080;
/// Longer request heads are not sent by browsers to us.
const MAX_HEAD: u64 = 64 * 1024;

/// `serve [--port N] [--dev | --no-build]`
pub(crate) fn run(arguments: &[String]) -> Result {
    let options = Options::parse(arguments)?;
    // Before the build, which takes minutes: a port that is taken is known at once.
    let listener = bind(options.port)?;
    if let Some(profile) = options.build {
        build::web_as(profile)?;
    }
    let root = site();
    if !root.join("index.html").is_file() {
        return fail(format!(
            "{} has no index.html: run without --no-build",
            root.display()
        ));
    }
    println!(
        "The planner is at http://127.0.0.1:{}/ (stop with Ctrl+C)",
        options.port
    );
    for connection in listener.incoming().flatten() {
        let root = root.clone();
        std::thread::spawn(move || {
            // A browser that goes away in the middle is not worth a word.
            let _ = answer(connection, &root);
        });
    }
    Ok(())
}

#[derive(Debug, PartialEq)]
struct Options {
    port: u16,
    /// How to build first; absent: what was built before is served.
    build: Option<Profile>,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Options> {
        let mut options = Options {
            port: DEFAULT_PORT,
            build: Some(Profile::Release),
        };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--no-build" => options.build = None,
                "--dev" => options.build = Some(Profile::Dev),
                "--port" => {
                    let port = arguments.next().and_then(|port| port.parse().ok());
                    options.port = port.ok_or_else(|| Error::new("--port needs a number from 1 to 65535"))?;
                }
                other => {
                    return fail(format!(
                        "`{other}` is not known; usage: cargo xtask serve [--port N] [--dev | --no-build]"
                    ));
                }
            }
        }
        Ok(options)
    }
}

fn bind(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        Error::new(match error.kind() {
            ErrorKind::AddrInUse => {
                format!(
                    "port {port} is in use by another program: stop it or choose another one with `--port N`"
                )
            }
            _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
        })
    })
}

/// One request, one response, and the connection ends.
fn answer(connection: TcpStream, root: &Path) -> std::io::Result<()> {
    connection.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new((&connection).take(MAX_HEAD));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The rest of the head is read, so that closing does not reset the connection under the response.
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let response = respond(&request, root);
    let mut connection = &connection;
    write!(
        connection,
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        response.status,
        response.media_type,
        response.body.len()
    )?;
    if response.with_body {
        connection.write_all(&response.body)?;
    }
    connection.flush()
}

struct Response {
    status: &'static str,
    media_type: &'static str,
    body: Vec<u8>,
    with_body: bool,
}

impl Response {
    fn text(status: &'static str) -> Response {
        Response {
            status,
            media_type: "text/plain; charset=utf-8",
            body: status.as_bytes().to_vec(),
            with_body: true,
        }
    }
}

fn respond(request: &str, root: &Path) -> Response {
    let mut words = request.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        return Response::text("400 Bad Request");
    };
    if !matches!(method, "GET" | "HEAD") {
        return Response::text("405 Method Not Allowed");
    }
    let mut response =
        match file_of(target, root).and_then(|path| Some((media_type(&path), fs::read(path).ok()?))) {
            Some((media_type, body)) => Response {
                status: "200 OK",
                media_type,
                body,
                with_body: true,
            },
            None => Response::text("404 Not Found"),
        };
    response.with_body = method == "GET";
    response
}

/// The file a request asks for. `None` for whatever would lead out of the root: names are plain names or nothing.
fn file_of(target: &str, root: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let relative = PathBuf::from(percent_decode(path)?);
    if !relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let file = root.join(relative);
    let file = if file.is_dir() {
        file.join("index.html")
    } else {
        file
    };
    // Links inside the root may point out of it.
    let resolved = file.canonicalize().ok()?;
    resolved
        .starts_with(root.canonicalize().ok()?)
        .then_some(resolved)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => {
                let digits = [bytes.next()?, bytes.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded)
        .ok()
        .filter(|text| !text.contains(['\0', '\\']))
}

fn media_type(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A port nobody listens on now, for tests that start a server.
pub(crate) fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("cannot find a free port")?;
    Ok(listener.local_addr().context("cannot find a free port")?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site_with(files: &[(&str, &str)]) -> PathBuf {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let base = std::env::temp_dir().join(format!("xtask-serve-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&base);
        for (name, text) in files {
            let path = base.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        base
    }

    fn status(request: &str, root: &Path) -> &'static str {
        respond(request, root).status
    }

    #[test]
    fn files_are_served_with_the_type_browsers_need() {
        let base = site_with(&[
            ("index.html", "<p>"),
            ("app_bg.wasm", "w"),
            ("styles/a b.css", "c"),
        ]);
        for (request, media_type, body) in [
            ("GET / HTTP/1.1", "text/html; charset=utf-8", "<p>"),
            (
                "GET /index.html?lang=ja HTTP/1.1",
                "text/html; charset=utf-8",
                "<p>",
            ),
            ("GET /app_bg.wasm HTTP/1.1", "application/wasm", "w"),
            ("GET /styles/a%20b.css HTTP/1.1", "text/css; charset=utf-8", "c"),
        ] {
            let response = respond(request, &base);
            assert_eq!(
                (response.status, response.media_type),
                ("200 OK", media_type),
                "{request}"
            );
            assert_eq!(response.body, body.as_bytes(), "{request}");
        }
        assert!(!respond("HEAD / HTTP/1.1", &base).with_body);
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn nothing_outside_the_site_is_served() {
        let base = site_with(&[("site/index.html", "<p>"), ("secret.txt", "s")]);
        let root = base.join("site");
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..%5csecret.txt",
            "//etc/passwd",
            "/styles/../../secret.txt",
            "/%00",
            "/%zz",
            "/%",
            "secret.txt",
        ] {
            assert_eq!(
                status(&format!("GET {path} HTTP/1.1"), &root),
                "404 Not Found",
                "{path}"
            );
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(base.join("secret.txt"), root.join("link.txt")).unwrap();
            assert_eq!(status("GET /link.txt HTTP/1.1", &root), "404 Not Found");
        }
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn only_reading_is_allowed() {
        let base = site_with(&[("index.html", "<p>")]);
        assert_eq!(status("POST / HTTP/1.1", &base), "405 Method Not Allowed");
        assert_eq!(status("", &base), "400 Bad Request");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn a_port_that_is_taken_is_said_so() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let message = bind(port).unwrap_err().to_string();
        assert!(
            message.starts_with(&format!("port {port} is in use")),
            "{message}"
        );
    }

    #[test]
    fn options_are_read() {
        let parse =
            |text: &str| Options::parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(
            parse("").unwrap(),
            Options {
                port: 8080,
                build: Some(Profile::Release)
            }
        );
        assert_eq!(
            parse("--no-build --port 9000").unwrap(),
            Options {
                port: 9000,
                build: None
            }
        );
        assert_eq!(parse("--dev").unwrap().build, Some(Profile::Dev));
        for wrong in ["--port", "--port x", "--port 65536", "--prot 1"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_request_over_a_real_connection_is_answered() {
        let base = site_with(&[("index.html", "<p>hello</p>")]);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let root = base.clone();
        let server = std::thread::spawn(move || answer(listener.accept().unwrap().0, &root));
        let mut client = TcpStream::connect(address).unwrap();
        client
            .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .unwrap();
        let mut text = String::new();
        client.read_to_string(&mut text).unwrap();
        server.join().unwrap().unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
        assert!(text.ends_with("\r\n\r\n<p>hello</p>"), "{text}");
        fs::remove_dir_all(base).unwrap();
    }
}
