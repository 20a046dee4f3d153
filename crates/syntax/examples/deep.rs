fn main() {
    if let Ok(text) = std::env::var("T") {
        let kb: usize = std::env::var("KB").unwrap().parse().unwrap();
        let n: usize = std::env::var("N").unwrap().parse().unwrap();
        std::thread::Builder::new().stack_size(kb << 10).spawn(move || {
            let lim = dabiao_syntax::Limits { nesting: n, ..Default::default() };
            let t = dabiao_syntax::parse_with(dabiao_model::Source::new("a", text), &lim);
            println!("{} {:?}", t.items.len(), t.diagnostics.first().map(|d| d.to_string()));
        }).unwrap().join().unwrap();
        return;
    }
    for n in [64usize, 128] {
        for (o, c, inner) in [("(", ")", "a"), ("all of (b, ", ")", "a"), ("if x then (", ") else c", "a"), ("sum of (", ") over last 3 years","a"),("round((", ") to 1)", "a"), ("every t satisfies (", ")", "a"), ("-(not (", "))", "a"), ("x in (", ")..3", "a"), ("x falls by at least (", ") since 2005", "a"), ("(a (", "", "")] {
            let k = n / o.matches('(').count();
            let text = format!("target {}{inner}{} >= 1", o.repeat(k), c.repeat(k));
            for kb in [128, 256, 384, 512, 768, 1024, 1536, 2048, 4096, 8192] {
                let out = std::process::Command::new(std::env::current_exe().unwrap()).env("T", &text).env("N", n.to_string()).env("KB", kb.to_string()).output().unwrap();
                if out.status.success() { println!("{n} {o:?}: needs {kb} KB; {}", String::from_utf8_lossy(&out.stdout).trim()); break; }
            }
        }
    }
}
