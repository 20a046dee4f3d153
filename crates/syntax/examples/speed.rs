use std::time::Instant;
fn main() {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let best = |f: &mut dyn FnMut()| { let mut b = f64::MAX; for _ in 0..300 { let t = Instant::now(); f(); b = b.min(t.elapsed().as_secs_f64()); } b * 1e6 };
        let bare = best(&mut || { std::hint::black_box(dabiao_grammar::parse(dabiao_grammar::Rule::file, &text).unwrap()); });
        let src = dabiao_model::Source::new("a", text.clone());
        let full = best(&mut || { std::hint::black_box(dabiao_syntax::parse(src.clone())); });
        let lines = text.lines().count();
        println!("{path}: {} bytes {lines} lines bare {bare:.1} us full {full:.1} us ratio {:.2}, bare per line {:.2} us, ns/byte {:.1}", text.len(), full / bare, bare / lines as f64, bare*1e3/text.len() as f64);
    }
}
