//! A static server for this machine: HTTP/1.1 with kept connections, compressed copies, ETags and lasting caches.

use std::fs;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read as _, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::site::fingerprint_in;
use crate::watch::{self, Builds};

/// The size of the largest request head in bytes; browsers send no larger ones.
const MAX_HEAD: u64 = 64 * 1024;
/// The time after which a silent connection is closed.
const IDLE: Duration = Duration::from_secs(60);
/// The interval of the signs of life to a page that waits for a build.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Answers every connection in a thread, without end. `builds` is given under `serve --dev`.
pub(crate) fn serve(listener: &TcpListener, root: &Path, builds: Option<&Arc<Builds>>) {
    for connection in listener.incoming().flatten() {
        let root = root.to_owned();
        let builds = builds.cloned();
        std::thread::spawn(move || {
            // A browser that closes the connection early is not reported.
            let _ = answer(&connection, &root, builds.as_deref());
        });
    }
}

/// Answers the requests of one connection until one side closes it.
fn answer(connection: &TcpStream, root: &Path, builds: Option<&Builds>) -> Result<()> {
    connection.set_read_timeout(Some(IDLE))?;
    connection.set_nodelay(true)?;
    let mut reader = BufReader::new(connection);
    let mut writer = connection;
    while let Some(request) = Request::read(&mut reader)? {
        if let (Some(builds), "GET", watch::EVENTS) = (builds, request.method.as_str(), request.path()) {
            return tell_of_builds(&mut writer, builds);
        }
        let response = respond(&request, root);
        // The body of a request is not read, so the next request behind it could not be found.
        let keep = request.keep_alive && !request.has_body;
        response.write(&mut writer, request.method == "HEAD", keep)?;
        if !keep {
            break;
        }
    }
    Ok(())
}

/// Sends server-sent events: the number of the served build, now and after every change.
fn tell_of_builds(writer: &mut impl Write, builds: &Builds) -> Result<()> {
    write!(
        writer,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    let mut told = None;
    loop {
        let latest = told.map_or_else(|| builds.latest(), |seen| builds.wait(seen, HEARTBEAT));
        let text = if told == Some(latest) {
            ": still here\n\n".to_owned()
        } else {
            format!("retry: 500\ndata: {latest}\n\n")
        };
        writer.write_all(text.as_bytes())?;
        writer.flush()?;
        told = Some(latest);
    }
}

/// The head of a request with the fields that this server reads.
#[derive(Debug, Default, PartialEq)]
struct Request {
    method: String,
    target: String,
    accept_encoding: String,
    if_none_match: String,
    keep_alive: bool,
    has_body: bool,
}

impl Request {
    /// Reads the next request of a connection. `None` if the other side has closed it.
    fn read(reader: &mut impl BufRead) -> Result<Option<Request>> {
        let mut reader = reader.take(MAX_HEAD);
        let mut line = String::new();
        // An empty line before a request is ignored (RFC 9112, section 2.2).
        while line.trim().is_empty() {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(None);
            }
        }
        let mut words = line.split_whitespace();
        let mut next = || words.next().unwrap_or_default().to_owned();
        let mut request = Request {
            method: next(),
            target: next(),
            ..Request::default()
        };
        request.keep_alive = next() == "HTTP/1.1";
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Err(Error::new(ErrorKind::InvalidData, "the head has no end"));
            }
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            let value = value.trim();
            match name.to_ascii_lowercase().as_str() {
                "accept-encoding" => value.clone_into(&mut request.accept_encoding),
                "if-none-match" => value.clone_into(&mut request.if_none_match),
                "connection" if value.eq_ignore_ascii_case("close") => request.keep_alive = false,
                "content-length" => request.has_body |= value != "0",
                "transfer-encoding" => request.has_body = true,
                _ => {}
            }
        }
        Ok(Some(request))
    }

    /// Returns the target without its query.
    fn path(&self) -> &str {
        self.target.split(['?', '#']).next().unwrap_or_default()
    }

    /// Returns whether the answer may have that compression (RFC 9110, section 12.5.3).
    fn accepts(&self, coding: &str) -> bool {
        let weight = |wanted: &str| {
            self.accept_encoding.split(',').find_map(|entry| {
                let (name, parameter) = entry.split_once(';').unwrap_or((entry, ""));
                let quality = parameter.trim().strip_prefix("q=");
                let weight = quality.map_or(Some(1.0), |quality| quality.parse().ok());
                name.trim()
                    .eq_ignore_ascii_case(wanted)
                    .then(|| weight.unwrap_or(0.0))
            })
        };
        weight(coding).or_else(|| weight("*")).unwrap_or(0.0) > 0.0
    }

    /// Returns whether the sender already has the content of that tag (RFC 9110, section 13.1.2).
    fn has(&self, etag: &str) -> bool {
        let tags = self.if_none_match.split(',').map(str::trim);
        tags.map(|tag| tag.strip_prefix("W/").unwrap_or(tag))
            .any(|tag| tag == etag || tag == "*")
    }
}

#[derive(Debug)]
struct Response {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Response {
    fn text(status: &'static str) -> Response {
        Response {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: status.as_bytes().to_vec(),
        }
    }

    fn write(&self, writer: &mut impl Write, head_only: bool, keep_alive: bool) -> Result<()> {
        let mut bytes = format!("HTTP/1.1 {}\r\n", self.status).into_bytes();
        let mut header = |name: &str, value: &str| bytes.extend(format!("{name}: {value}\r\n").into_bytes());
        for (name, value) in &self.headers {
            header(name, value);
        }
        // A response 304 has no body, and the length it would name is that of the other response.
        if !self.status.starts_with("304") {
            header("Content-Length", &self.body.len().to_string());
        }
        header("X-Content-Type-Options", "nosniff");
        header("Referrer-Policy", "no-referrer");
        header("Connection", if keep_alive { "keep-alive" } else { "close" });
        bytes.extend(b"\r\n");
        if !head_only {
            bytes.extend(&self.body);
        }
        writer.write_all(&bytes)?;
        writer.flush()
    }
}

/// The compressed copies, best first: the name in `Accept-Encoding`, and the file extension.
const COPIES: &[(&str, &str)] = &[("br", "br"), ("gzip", "gz")];

fn respond(request: &Request, root: &Path) -> Response {
    if request.method.is_empty() || request.target.is_empty() {
        return Response::text("400 Bad Request");
    }
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        let mut response = Response::text("405 Method Not Allowed");
        response.headers.push(("Allow", "GET, HEAD".to_owned()));
        return response;
    }
    let Some(file) = file_of(request.path(), root) else {
        return Response::text("404 Not Found");
    };
    let copies: Vec<_> = COPIES
        .iter()
        .map(|(coding, extension)| (*coding, with_more(&file, extension)))
        .filter(|(_, copy)| copy.is_file())
        .collect();
    let chosen = copies.iter().find(|(coding, _)| request.accepts(coding));
    let sent = chosen.map_or(&file, |(_, copy)| copy);
    let Ok(body) = fs::read(sent) else {
        return Response::text("404 Not Found");
    };
    let name = file
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let caching = match fingerprint_in(name) {
        Some(_) => "public, max-age=31536000, immutable",
        None => "no-cache",
    };
    let etag = etag(&file, name, chosen.map_or("", |(coding, _)| coding));
    let mut headers = vec![("Cache-Control", caching.to_owned()), ("ETag", etag.clone())];
    if !copies.is_empty() {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
    }
    if request.has(&etag) {
        return Response {
            status: "304 Not Modified",
            headers,
            body: Vec::new(),
        };
    }
    headers.push(("Content-Type", media_type(&file).to_owned()));
    if let Some((coding, _)) = chosen {
        headers.push(("Content-Encoding", (*coding).to_owned()));
    }
    Response {
        status: "200 OK",
        headers,
        body,
    }
}

/// Returns the path with another extension at its end: `app.js.br` for `app.js`.
fn with_more(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// Returns the tag of a file's content in one coding: the hash in its name, or its size and time.
fn etag(file: &Path, name: &str, coding: &str) -> String {
    let content = fingerprint_in(name).map_or_else(
        || {
            let metadata = fs::metadata(file).ok();
            let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
            let time = modified.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
            let size = metadata.map_or(0, |metadata| metadata.len());
            format!("{size:x}-{:x}", time.unwrap_or_default().as_nanos())
        },
        str::to_owned,
    );
    let dash = if coding.is_empty() { "" } else { "-" };
    format!("\"{content}{dash}{coding}\"")
}

/// Returns the file that a request names. `None` for paths that leave the root: every part has to be a plain name.
fn file_of(path: &str, root: &Path) -> Option<PathBuf> {
    let relative = PathBuf::from(percent_decode(path.strip_prefix('/')?)?);
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
        "txt" | "md" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    fn site_with(files: &[(&str, &str)]) -> PathBuf {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let base = std::env::temp_dir().join(format!("xtask-http-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&base);
        for (name, text) in files {
            let path = base.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        base
    }

    /// `GET /path` with more lines of the head behind it.
    fn request(text: &str) -> Request {
        let (line, headers) = text.split_once('\n').unwrap_or((text, ""));
        let headers: String = headers.lines().map(|line| format!("{line}\r\n")).collect();
        let head = format!("{line} HTTP/1.1\r\n{headers}\r\n");
        Request::read(&mut head.as_bytes()).unwrap().unwrap()
    }

    fn get(text: &str, root: &Path) -> Response {
        respond(&request(text), root)
    }

    fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
        let found = response.headers.iter().find(|(header, _)| *header == name);
        found.map(|(_, value)| value.as_str())
    }

    #[test]
    fn files_are_served_with_the_type_browsers_need() {
        let base = site_with(&[
            ("index.html", "<p>"),
            ("app_bg.wasm", "w"),
            ("styles/a b.css", "c"),
        ]);
        for (line, media_type, body) in [
            ("GET /", "text/html; charset=utf-8", "<p>"),
            ("GET /index.html?lang=ja", "text/html; charset=utf-8", "<p>"),
            ("GET /app_bg.wasm", "application/wasm", "w"),
            ("GET /styles/a%20b.css", "text/css; charset=utf-8", "c"),
        ] {
            let response = get(line, &base);
            assert_eq!(response.status, "200 OK", "{line}");
            assert_eq!(header(&response, "Content-Type"), Some(media_type), "{line}");
            assert_eq!(response.body, body.as_bytes(), "{line}");
        }
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn the_best_copy_that_is_accepted_is_sent() {
        let base = site_with(&[
            ("app.js", "plain"),
            ("app.js.br", "brotli"),
            ("app.js.gz", "gzip"),
            ("map.svg", "svg"),
        ]);
        for (accepted, coding, body) in [
            ("gzip, deflate, br, zstd", Some("br"), "brotli"),
            ("gzip", Some("gzip"), "gzip"),
            ("GZIP;q=0.5", Some("gzip"), "gzip"),
            ("br;q=0, gzip", Some("gzip"), "gzip"),
            ("br; q=0.0, *", Some("gzip"), "gzip"),
            ("*", Some("br"), "brotli"),
            ("identity", None, "plain"),
            ("", None, "plain"),
        ] {
            let response = get(&format!("GET /app.js\nAccept-Encoding: {accepted}"), &base);
            assert_eq!(header(&response, "Content-Encoding"), coding, "{accepted}");
            assert_eq!(response.body, body.as_bytes(), "{accepted}");
            assert_eq!(header(&response, "Vary"), Some("Accept-Encoding"), "{accepted}");
            let media_type = Some("text/javascript; charset=utf-8");
            assert_eq!(header(&response, "Content-Type"), media_type, "{accepted}");
        }
        let without_copy = get("GET /map.svg\nAccept-Encoding: br", &base);
        assert_eq!(header(&without_copy, "Content-Encoding"), None);
        assert_eq!(header(&without_copy, "Vary"), None);
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn what_a_browser_has_is_not_sent_again() {
        let base = site_with(&[
            ("index.html", "<p>"),
            ("index.html.br", "brotli"),
            ("app-0123456789abcdef.js", "plain"),
        ]);
        for path in ["/", "/app-0123456789abcdef.js"] {
            let etag = header(&get(&format!("GET {path}"), &base), "ETag")
                .unwrap()
                .to_owned();
            for tags in [etag.clone(), format!("W/{etag}, \"x\""), "*".to_owned()] {
                let response = get(&format!("GET {path}\nIf-None-Match: {tags}"), &base);
                assert_eq!(response.status, "304 Not Modified", "{tags}");
                assert_eq!(header(&response, "ETag"), Some(etag.as_str()), "{tags}");
                assert!(response.body.is_empty(), "{tags}");
            }
            let other = get(&format!("GET {path}\nIf-None-Match: \"x\""), &base);
            assert_eq!(other.status, "200 OK");
        }
        // Another coding is other content.
        let plain = header(&get("GET /", &base), "ETag").unwrap().to_owned();
        let compressed = get(
            &format!("GET /\nAccept-Encoding: br\nIf-None-Match: {plain}"),
            &base,
        );
        assert_eq!(compressed.status, "200 OK");
        // A changed file has another tag, even if it is as long as before.
        let file = fs::File::options()
            .write(true)
            .open(base.join("index.html"))
            .unwrap();
        let before = file.metadata().unwrap().modified().unwrap();
        file.set_modified(before + Duration::from_secs(1)).unwrap();
        assert_ne!(header(&get("GET /", &base), "ETag"), Some(plain.as_str()));
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn only_names_with_a_hash_are_kept_without_asking() {
        let base = site_with(&[
            ("index.html", "<p>"),
            ("app.js", "a"),
            ("app-0123456789abcdef.js", "a"),
        ]);
        let kept = |line: &str| header(&get(line, &base), "Cache-Control").map(str::to_owned);
        assert_eq!(kept("GET /").as_deref(), Some("no-cache"));
        assert_eq!(kept("GET /app.js").as_deref(), Some("no-cache"));
        assert_eq!(
            kept("GET /app-0123456789abcdef.js").as_deref(),
            Some("public, max-age=31536000, immutable")
        );
        assert_eq!(kept("GET /absent-0123456789abcdef.js"), None);
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
                get(&format!("GET {path}"), &root).status,
                "404 Not Found",
                "{path}"
            );
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(base.join("secret.txt"), root.join("link.txt")).unwrap();
            assert_eq!(get("GET /link.txt", &root).status, "404 Not Found");
        }
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn only_reading_is_allowed() {
        let base = site_with(&[("index.html", "<p>")]);
        assert_eq!(get("POST /", &base).status, "405 Method Not Allowed");
        assert_eq!(respond(&Request::default(), &base).status, "400 Bad Request");
        fs::remove_dir_all(base).unwrap();
    }

    /// What `server` answers to `sent` over one connection, until it closes that.
    fn over_a_connection(sent: &str, root: &Path) -> String {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::scope(|scope| {
            let server = scope.spawn(|| answer(&listener.accept().unwrap().0, root, None));
            let mut client = TcpStream::connect(address).unwrap();
            client.write_all(sent.as_bytes()).unwrap();
            let mut text = String::new();
            client.read_to_string(&mut text).unwrap();
            server.join().unwrap().unwrap();
            text
        })
    }

    #[test]
    fn a_connection_answers_several_requests_until_told_to_close() {
        let base = site_with(&[("index.html", "<p>hello</p>"), ("app.js", "let a;")]);
        let text = over_a_connection(
            "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n\
             GET /app.js HTTP/1.1\r\nHost: localhost\r\n\r\n\
             GET /absent HTTP/1.1\r\nHost: localhost\r\n\r\n\
             GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            &base,
        );
        let statuses: Vec<&str> = text
            .split("HTTP/1.1 ")
            .skip(1)
            .map(|response| response.lines().next().unwrap())
            .collect();
        assert_eq!(statuses, ["200 OK", "200 OK", "404 Not Found", "200 OK"]);
        assert_eq!(text.matches("<p>hello</p>").count(), 1, "{text}");
        assert_eq!(text.matches("Content-Length: 12\r\n").count(), 2, "{text}");
        assert_eq!(text.matches("Connection: keep-alive\r\n").count(), 3, "{text}");
        assert!(text.contains("\r\n\r\nlet a;HTTP/1.1 404"), "{text}");
        assert!(text.ends_with("\r\n\r\n<p>hello</p>"), "{text}");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn old_clients_and_bodies_end_the_connection() {
        let base = site_with(&[("index.html", "<p>")]);
        for sent in [
            "GET / HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 9\r\n\r\n",
        ] {
            let text = over_a_connection(sent, &base);
            assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
            assert!(text.contains("Connection: close\r\n"), "{text}");
        }
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn an_open_page_hears_of_a_new_build() {
        let base = site_with(&[("index.html", "<p>")]);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let builds = Arc::new(Builds::new());
        let first = builds.latest();
        std::thread::spawn({
            let builds = Arc::clone(&builds);
            move || serve(&listener, &base, Some(&builds))
        });
        let mut client = TcpStream::connect(address).unwrap();
        client
            .write_all(format!("GET {} HTTP/1.1\r\nHost: localhost\r\n\r\n", watch::EVENTS).as_bytes())
            .unwrap();
        let mut lines = BufReader::new(client).lines().map(|line| line.unwrap());
        let mut next = || lines.by_ref().find(|line| line.starts_with("data: ")).unwrap();
        assert_eq!(next(), format!("data: {first}"));
        builds.advance();
        assert_eq!(next(), format!("data: {}", first + 1));
    }
}
