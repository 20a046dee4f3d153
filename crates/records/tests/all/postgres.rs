//! A PostgreSQL server of the test's own, on a free port.

use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A server that ends with the test.
pub(crate) struct Server {
    folder: tempfile::TempDir,
    binaries: PathBuf,
    port: u16,
}

impl Server {
    /// Starts Debian's server on an empty folder.
    pub(crate) fn start() -> Server {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Server { folder, binaries: binaries(), port };
        if is_root() {
            // A server does not run as root.
            done(Command::new("chown").arg("postgres").arg(server.folder.path()));
        }
        let data = server.data();
        done(
            server
                .tool("initdb")
                .args(["--auth=trust", "--username=dabiao", "--encoding=UTF8", "--no-sync"])
                .arg(&data),
        );
        let options =
            format!("-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off");
        let log = server.folder.path().join("log");
        let mut start = server.tool("pg_ctl");
        start.arg("-D").arg(&data).arg("-o").arg(options).arg("-l").arg(&log).args(["-w", "start"]);
        done(start.stdout(Stdio::null()).stderr(Stdio::null()));
        server
    }

    /// The address, as `--table` takes it.
    pub(crate) fn address(&self) -> String {
        format!("postgres://dabiao:unused@127.0.0.1:{}/postgres", self.port)
    }

    /// Runs statements.
    pub(crate) fn run(&self, statements: &[String]) {
        let mut psql = Command::new("psql");
        psql.args(["-h", "127.0.0.1", "-p", &self.port.to_string(), "-U", "dabiao", "-d", "postgres", "-q"]);
        psql.args(["-v", "ON_ERROR_STOP=1", "-f", "-"]).stdin(Stdio::piped()).stderr(Stdio::piped());
        let mut child = psql.spawn().unwrap();
        child.stdin.take().unwrap().write_all(statements.join(";\n").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A tool of the server, as somebody who is not root.
    fn tool(&self, name: &str) -> Command {
        let tool = self.binaries.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(tool);
            command
        } else {
            Command::new(tool)
        };
        command.current_dir(self.folder.path()).env("LC_ALL", "C");
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = self.data();
        let _ = self.tool("pg_ctl").arg("-D").arg(data).args(["-m", "immediate", "-w", "stop"]).output();
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// The folder of the server's tools, which Debian keeps out of the path.
fn binaries() -> PathBuf {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = debian.map(|version| version.path().join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = debian.chain(env::split_paths(&path)).collect();
    let found = folders.into_iter().find(|folder: &PathBuf| Path::new(folder).join("initdb").exists());
    found.expect("PostgreSQL is missing; `cargo xtask setup` installs it")
}

fn done(command: &mut Command) {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}
