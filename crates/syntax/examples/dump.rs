fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let tree = dabiao_syntax::parse(dabiao_model::Source::new(path, text));
        for d in &tree.diagnostics { println!("{d} {:?} {:?}", d.variant, d.fixes); }
        for i in &tree.items { println!("{:?} {} fields", i.kind, i.fields.len()); }
        println!("{} items", tree.items.len());
    }
}
