fn main() {
    let text = std::fs::read_to_string("/tmp/wrong.txt").unwrap();
    for line in text.lines() {
        let line = line.replace('⏎', "\n");
        match dabiao_grammar::parse(dabiao_grammar::Rule::whole_line, &line) {
            Ok(_) => println!("{line:50} OK"),
            Err(m) => println!("{line:50} {} {:?} {:?}", m.at, line.get(m.at..).unwrap().chars().take(12).collect::<String>(), m.expected),
        }
    }
}
