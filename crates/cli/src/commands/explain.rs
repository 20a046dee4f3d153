//! `dabiao explain`: one verdict step by step, or one diagnostic code.

use dabiao::{Code, Diagnostic, Place, Wording};

use crate::args::{Explain, TextOrJson};
use crate::exit::{Exit, Failure};
use crate::voice::Voice;
use crate::{data, output, rules};

pub(crate) fn run(args: &Explain, voice: &Voice) -> Result<Exit, Failure> {
    if let Some(code) = Code::parse(&args.subject) {
        output::result(code.page(voice.language()), None)?;
        return Ok(Exit::Fine);
    }
    if args.rules.is_empty() {
        let place = Place::Call(format!("explain {}", args.subject).into());
        let fault = Diagnostic::new(Code::UnreadableArgument, place).with("option", "explain");
        let wanted = Wording::word("wanted-code-or-target");
        return Err(Failure::rules(vec![fault.with("text", &args.subject).with("wanted", wanted)]));
    }
    let given = data::read(&args.question)?;
    let plan = rules::plan(&args.rules, &[], given.percents(), voice)?;
    let metrics = data::metrics(&plan, given, &args.question, voice)?;
    let explained = data::asked(&plan, &metrics, &args.question)?.explain(&args.subject);
    let explained = explained.map_err(data::failure)?;
    let file = args.output.as_deref();
    let text = match args.format {
        TextOrJson::Text => dabiao::render_explained(&explained, voice.language(), output::style_for(file)),
        TextOrJson::Json => dabiao::render_explained_json(&explained),
    };
    output::result(&text, file)?;
    Ok(Exit::Fine)
}
