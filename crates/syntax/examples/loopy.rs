fn main() {
    let path = std::env::args().nth(1).unwrap();
    let n: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let src = dabiao_model::Source::new("a", text.clone());
    for _ in 0..n { std::hint::black_box(dabiao_syntax::parse(src.clone())); }
}
