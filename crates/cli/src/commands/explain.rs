//! `dabiao explain`: one verdict step by step, or one diagnostic code.

use dabiao::{Code, Diagnostic, Place, Wording};

use crate::args::Explain;
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
    if plan.checked().target(&args.subject).is_none() {
        return Err(unknown_target(&plan, &args.subject));
    }
    let metrics = data::metrics(&plan, given, &args.question.table)?;
    let report = data::asked(&plan, &metrics, &args.question)?.run().map_err(data::failure)?;
    let text = dabiao::render_explanation(&report, &args.subject, voice.language(), output::style_for(None));
    output::result(&text, None)?;
    Ok(Exit::Fine)
}

fn unknown_target(plan: &dabiao::Plan, id: &str) -> Failure {
    let ids = plan.checked().targets.iter().map(|target| target.id.as_str());
    let fault =
        Diagnostic::new(Code::UnknownTarget, Place::Call(format!("explain {id}").into())).with("target", id);
    let fault = match dabiao::similar(id, ids) {
        Some(similar) => fault.variant("similar").with("similar", similar),
        None => fault,
    };
    Failure::rules(vec![fault])
}
