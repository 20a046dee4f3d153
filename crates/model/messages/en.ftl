# Every sentence that dabiao says in English.
# A diagnostic's message is the value; `.label` stands at the very place, `.help` says what to do next.
# Style: lower case, no full stop, the user's own text in backticks.

## Words

verdict-met = met
verdict-missed = missed
verdict-pending = pending
verdict-unknown = unknown
verdict-uncertain = uncertain
verdict-not_applicable = not applicable
verdict-error = error

flag-at_risk = at risk
flag-on_track = on track
flag-off_track = off track
flag-provisional = provisional
flag-late = late

item-syntax = syntax
item-use = use
item-plan = plan
item-organisation = organisation
item-unit = unit
item-scale = scale
item-assume = assume
item-section = section
item-metric = metric
item-table = table
item-target = target
item-unmeasured = unmeasured
item-test = test

## Types and values

type-percent = percent
type-points = points
type-number = number
type-yes-no = yes/no
type-date = date
type-period = period
type-text = text

value-point = { $number } point
value-points = { $number } points
value-quantity = { $number } { $unit }
value-range = { $first }..{ $last }
value-list = { ", " }
value-quoted = `{ $text }`
value-series = { " → " }
value-at-least = >= { $value }
value-above = > { $value }
value-at-most = <= { $value }
value-below = < { $value }
value-equal = = { $value }
value-not-equal = != { $value }
value-in = in { $first }..{ $last }
value-rounded-up = { $value }(−)
value-rounded-down = { $value }(+)
value-bounds = { $low } to { $high }
value-about = ≈{ $value }
value-expected = { $value } expected, progress { $progress } over time { $time }, pace { $pace }
rounding-half-even = rounded to { $interval }, half to even
rounding-half-up = rounded to { $interval }, half up
rounding-truncated = cut off at { $interval }
value-yes = yes
value-no = no

number-empty = a number is missing; write digits such as `12.5`
number-not-a-number = not a number from byte { $at } on; write it as `12.5`, `1_000`, `1.2e-3` or `9/10`
number-too-long = the number has too many digits; at most 400 are read
number-zero-denominator = the denominator is zero; a fraction needs another one
number-exponent = the exponent is out of range; write one from -400 to 400
number-not-finite = an infinite or undefined float is no number; leave the value out where it is missing
number-not-a-decimal = the number does not fit a decimal exactly; round it or write it as text

reading-not-of-type = not a value of the type
reading-unit = the unit `{ $unit }` does not fit
reading-counts = the counts are not a share

unit-duplicate = `{ $spelling }` already stands for the unit `{ $unit }`; choose another spelling
unit-spelling = `{ $spelling }` cannot be a unit's spelling; begin it with a letter or a sign
unit-factor = a unit cannot be `{ $factor }` of another; write a factor above zero with fewer digits

## Names of readings

naming-of = { $name } of { $place }
naming-table = the table { $table }
naming-in = { $name } in { $period }
naming-last-year = { $name } last year
naming-last-half = { $name } last half
naming-last-quarter = { $name } last quarter
naming-last-month = { $name } last month
naming-last-day = { $name } last day
naming-months = { $name } { $months } months before
naming-days = { $name } { $days } days before
naming-months-days = { $name } { $months } months and { $days } days before

## Files

file-not-found = there is nothing of this name
file-no-permission = permission is denied
file-exists = it exists already
file-is-folder = it is a folder
file-no-folder = a part of the path is no folder
file-not-text = its content is not UTF-8 text
file-full = no space is left
file-quota = the space that may be used is used up
file-read-only = its disk can only be read
file-too-large = the file is too large
file-bad-name = this is not a possible name of a file
file-busy = another program is using it
file-not-empty = the folder is not empty
file-closed = the other end is closed
file-cut-short = it ended in the middle
file-too-slow = it took too long
file-no-memory = memory is used up
file-not-possible = the system cannot do this here
file-number = the system failed with error { $number }
file-other = { $text }

## What a call can be given

wanted-day = a day such as `2011-12-31`
wanted-period = a period such as `2011`, `2011-Q2` or `2011-05`
wanted-pair = a name and a value, `name=value`
wanted-size = a size such as `512MB` or `4GB`
wanted-code-or-target = a diagnostic code such as `E0201`, or a target's id with rule files and `--data`
wanted-file-for-format = a file with `--output FILE`, since a terminal cannot show this form
wanted-file-name = a file name that ends in { $endings }
wanted-question = a JSON object with `as_of` and, if wanted, `period`, `entity` and `assume`
wanted-utf8 = UTF-8 text
wanted-handle = something that was made before and not given back, and not `NULL`
wanted-form-of-comparison = text, Markdown or HTML, which have room for what has moved; `dabiao report --against` also tells it as JSON
wanted-report = a report that `dabiao eval --format json` has written; line { $line } does not fit
wanted-one-of = one or more of { $words }

given-value = the value of a metric
given-named-metrics = not a struct or map with named metrics
given-parts = only structs, maps and pairs `(passes, total)` have parts
given-single = not a single value
given-other = { $text }
given-float = a binary float says no decimals: give a decimal, an integer or a text, or say how many decimals the column has
given-long-float = a binary float of more than 15 digits is the result of arithmetic and carries its rounding: give a decimal, a fraction or a text
given-python = not a value that a metric can have: `{ $type }`
given-column = not a column that values can be read from: `{ $type }`

## JSON that cannot be read

json-end = the text ends too early
json-colon = `:` is expected
json-comma-or-bracket = `,` or `]` is expected
json-comma-or-brace = `,` or `{"}"}` is expected
json-value = a value is expected
json-key = a key in double quotes is expected
json-number = not a number
json-escape = an escape in a string that JSON does not have
json-control-character = a line break or another control character in a string
json-trailing-comma = a comma behind the last part
json-trailing-text = text behind the end
json-other = { $text }

## Help

help-usage = usage:{ " " }
help-command = command
help-commands = commands
help-arguments = arguments
help-options = options
help-heading = { $heading }:
help-values = { "" } (one of: { $values })
help-default = { "" } (default: { $value })

help-dabiao = judge data against quality targets, exactly
help-check = look for faults in rules
help-eval = judge data against rules
    .long = ends with 0 where nothing is missed, 1 where a target is missed, 2 where the rules or the call are wrong, 3 where the data are wrong, 4 where nothing is missed yet something is unknown, uncertain or in error
help-explain = explain one verdict, or one diagnostic code
help-report = show a report in another form, or what has moved since an earlier one
    .long = the report is one that was written as JSON; ends as its evaluation did: with 0 where nothing is missed, 1 where a target is missed, 4 where nothing is missed yet something is unknown, uncertain or in error; with 2 where a report cannot be read
help-targets = list what rules ask for, without data
help-fmt = write rules in their canonical form
    .long = files are written in place; standard input goes to standard output; ends with 1 where `--check` finds a file that would change, and with 2 where a file cannot be read or has errors; such a file is left as it is
help-test = run the `test` items of rules
    .long = ends with 0 where every test passes, 1 where one fails, 2 where the rules or the call are wrong
help-what-if = tell what would turn verdicts
    .long = for each missed target the smallest change that meets it; with `--set` which verdicts turn, with `--vary` where they turn; ends with 0 where no target is missed or no verdict turns, 1 where one is or does, 2 where the rules or the call are wrong, 3 where the data are wrong
help-diff = tell what a new version of a plan changes
    .long = each target that is tightened, loosened or reinterpreted is shown with values that one version accepts and the other refuses; ends with 0 where nothing that is judged or answered for is different, 1 where something is, 2 where the rules or the call are wrong
help-compile = check rules once and store the plan in a file, to be named in their place
    .long = the file holds the rules too; it is used only as it was written, by the version that wrote it
help-template = write a workbook to be filled in with the values that are still missing
    .long = one row for each value that a verdict needs and the data do not have, with title, unit, clause and what may be filled in; filled in, it is named behind `--data` beside them
help-sql = write the queries that compute the metrics of a plan's tables in a database
    .long = one statement for each table, and one for each median; the answers hold counts and sums by entity and period, which `eval --table NAME=postgres://…` reads by itself
help-init = begin a plan in a new folder
help-lsp = serve an editor over standard input and output
    .long = a language server: faults as they are typed with their fixes, completion, names and their places; editors start it

arg-help = show this help
arg-version = show the version
arg-lsp-stdio = standard input and output, which are always used
arg-lang = the language of messages and reports; otherwise the plan's own, then that of the environment
    .value = LANGUAGE
arg-rules = rule files and folders; `-` is standard input
    .value = RULES
arg-old = the old version: a rule file or a folder; `-` is standard input
    .value = OLD
arg-new = the new version: a rule file or a folder; `-` is standard input
    .value = NEW
arg-format = the form of what is shown
    .value = FORMAT
arg-check-format = the form of the diagnostics: text on standard error, or JSON or SARIF on standard output
    .value = FORMAT
arg-expression = a condition to judge, instead of or beside rule files
    .value = CONDITION
arg-eval-format = the form of the report; otherwise the one that the name of the output file tells, else text
    .value = FORMAT
arg-against = an earlier report, as JSON, to tell what has moved since
    .value = REPORT
arg-report = a report that `dabiao eval --format json` has written; `-` is standard input
    .value = REPORT
arg-report-format = the form of the report; otherwise the one that the name of the output file tells, else text
    .value = FORMAT
arg-output = write the report to a file
    .value = FILE
arg-fail-on = end with 1 where one of these verdicts or flags occurs, and with 0 otherwise: missed,unknown,at_risk
    .value = LIST
arg-data = CSV, JSON, JSON lines and XLSX files with metrics; a table with the columns entity and parent is an entity tree
    .value = FILE
arg-set = one metric's value, for example market_sampling.pass_rate=92.4%
    .value = METRIC=VALUE
arg-as-of = the day to judge for, YYYY-MM-DD; today where none is given
    .value = DATE
arg-period = the period to judge, for example 2011 or 2011-Q2
    .value = PERIOD
arg-entity = the entity to judge; every entity of the data where none is given
    .value = ENTITY
arg-assume = another value for an assumption, for example substantial=30%
    .value = NAME=VALUE
arg-table = the records of a table of the rules: a CSV, JSON, JSON lines, XLSX or Parquet file, a folder of them, or postgres://…, for example market_samples=samples.parquet
    .value = NAME=SOURCE
arg-max-bad-rows = give no verdict where more records of a table cannot be used
    .value = COUNT
arg-memory = memory for taking records together before the disk is used, for example 512MB; 2GB where none is given
    .value = SIZE
arg-dialect = the database that is to answer
    .value = DATABASE
arg-template-output = the workbook to write, for example fill-in.xlsx
    .value = FILE
arg-sql-table = the table of the database that holds a table of the rules, for example market_samples=lab.samples
    .value = NAME=TABLE
arg-sql-as-of = the day to judge for, YYYY-MM-DD; records dated later are then refused
    .value = DATE
arg-sql-output = write the queries to a file
    .value = FILE
arg-vary = all values of an assumption between two, for example substantial=10%..40%
    .value = NAME=FROM..TO
arg-verbose = name the questions about targets that were not decided, on standard error
arg-subject = a target's id, or a diagnostic code such as E0201
    .value = SUBJECT
arg-explain-rules = rule files and folders, for a target
    .value = RULES
arg-files = rule files, and folders with all rule files in them; `-` is standard input
    .value = FILES
arg-check = write nothing, and name what would change
arg-to = write keywords, signs and dates in this language; otherwise each file keeps its own
    .value = LANGUAGE
arg-dir = the folder to begin the plan in
    .value = FOLDER

## Calls that cannot be read

call-fault = error: { $fault }

    usage: { $usage }
    more: --help
call-fault-similar = error: { $fault }
    did you mean `{ $similar }`?

    usage: { $usage }
    more: --help
call-unknown-argument = { $argument } is not known here
call-unknown-command = there is no command { $command }
call-no-command = a command is missing
call-missing = { $argument } must be given
call-conflict = { $argument } cannot be given together with { $other }
call-bad-value = { $value } is not a value of { $argument }; it takes { $values }
call-no-value = { $argument } needs a value
call-twice = { $argument } can be given only once
call-takes-no-value = { $argument } takes no value
call-not-utf8 = a word of the call is not UTF-8 text

## Report

report-list = { ", " }
report-parts = { " · " }
report-labelled = { $label }: { $text }
report-more = and { $count } more

report-untitled = rules without a plan
report-as-of = as of { $date }
report-period = period { $period }
report-no-results = no target was judged
report-no-entity = without an entity
report-no-section = without a section
report-no-owner = without an owner

report-label-verdict = verdict
report-label-target = target
report-label-period = period
report-label-observed = observed
report-label-required = required
report-label-margin = margin
report-label-flags = remarks
report-label-cite = clause
report-label-owner = owner
report-label-with = with
report-label-missing = missing
report-label-condition = condition
report-label-rule = rule
report-label-section = section
report-label-due = due
report-label-values = values
report-label-assumption = assuming
report-label-rounding = rounding
report-label-reason = reason
report-label-entity = entity
report-label-points = points
report-label-grade = grade
report-label-value = value
report-label-because = because
report-label-source = source
report-label-assumption-name = assumption
report-label-id = id
report-label-title = title
report-label-unit = unit
report-label-least = at least
report-label-greatest = at most
report-label-warn = warning line
report-label-told = as told
report-label-full-points = full points
report-label-overridden = set by the call
report-sheet-summary = summary
report-sheet-faults = data to see to
report-label-missed-targets = missed targets
report-results-heading = results
report-refused = { $count } records refused
report-needed = { $count } more needed
report-scores = score
report-score = { $points } of { $full }
report-score-unknown = not known, of { $full }
report-points = points
report-form = { $points }, by `{ $form }`
report-completion = completion { $share }
report-shortfall = shortfall { $amount }
report-bonus = bonus
report-penalty = penalty
report-adjusted = { $kind } { $points }, by `{ $rule }`
report-grade = grade { $grade }
report-grade-unknown = grade not known
report-grade-veto = grade { $given }, by veto: { $reason }; the score earns { $earned }
report-so-far = so far
report-reweighted = the others take over the weight of what has no points
report-no-points = no points for { $part }: { $reason }
report-no-points-beside = a bonus or penalty is not known: { $reason }

report-owners-idle = nothing to act on: { $owners }
report-who-acts = who has to act
report-named = { $title } ({ $id })
report-target-for = { $target } ({ $entities })
report-assumptions = assumptions
report-assumption = { $name } = { $value }
report-overridden = set by the call
report-verdict-count = { $count } { $verdict }
report-targets = { $count } targets
    .one = 1 target
report-results = { $count } results
    .one = 1 result

targets-by = by { $date }
targets-unmeasured = unmeasured

init-wrote = wrote { $rules }, { $data } and { $readme }
    try: dabiao eval { $rules } --data { $data }

report-level-error = error
report-level-warning = warning
report-level-note = note
report-level-help = help
report-cell = { $file }:{ $row }, column `{ $column }`
report-fix = write this
report-fixes = write one of these
report-replace = replace it with `{ $replacement }`
report-remove = remove it
report-errors = { $count } errors
    .one = 1 error
report-warnings = { $count } warnings
    .one = 1 warning
cli-one-warning = 1 warning about the rules; `dabiao check` shows it
sql-heading = { $table }, for { $dialect }: counts and sums by entity and period
cli-records-read = { $count } records read
cli-warnings = { $count } warnings about the rules; `dabiao check` shows them
undecided-outcome = not decided: whether { $target } can be met and missed; { $why }
undecided-together = not decided: whether { $targets } can be met together; { $why }
undecided-implied = not decided: which of the { $targets } targets that read `{ $metric }` imply one another; each is compared with the { $reach } before and after it
undecided-conditional = not decided: whether { $targets } targets with a `when:`, from { $first } on, contradict one another; the first { $reach } are compared
undecided-not-linear = it hangs on products of metrics, trends or other values that proofs do not look into
undecided-too-large = it has too many parts
report-not-shown = { $count } more are not shown
    .one = 1 more is not shown

## Reasons

reason-told = { $text }
reason-missing = no data for { $names }
reason-no-table = no data for { $names }: the table of records `{ $table }` is not given (`--table { $table }=FILE`)
reason-no-records = `{ $table }` has no records for { $names }
reason-none-chosen = no record of `{ $table }` is one of those that { $names } is taken of
reason-records-undecided = { $count } of the records of `{ $table }` cannot be judged: { $columns } missing
reason-records-undefined = { $count } of the records of `{ $table }` cannot be judged: a division by zero
reason-if-none = there are no records of `{ $table }`, which the rule takes as { $verdict }
reason-zero-base = `{ $metric }` is 0, and a change relative to zero is not defined
reason-negative-base = `{ $metric }` is negative, and a change relative to a negative base has no agreed meaning
reason-division-by-zero = a division by zero in `{ $text }`
reason-number-too-large = `{ $text }` has too many digits to go on with
reason-series-too-long = `{ $text }` has more than { $limit } periods
reason-mistyped = the plan has faults, and was judged in spite of them
reason-base-not-before = the base { $base } is not before the period judged, { $period }
reason-no-ancestor = `{ $entity }` has no { $place } above it, and no entity is called so
reason-no-entity = no entity is called `{ $place }`
reason-no-period = `{ $text }` needs a period, and the data name none
reason-no-such-time = `{ $text }` cannot be read from { $period }
reason-short-series = a trend needs two values, and the data have { $count }
reason-no-siblings = there is no other place of the level `{ $level }` here
reason-negative-value = `{ $text }` has come to a negative value, and has no yearly rate of change
reason-no-counts = `{ $text }` has no counts, and a sample cannot decide without them
reason-uncertain = the sample leaves { $low } to { $high } possible, and the threshold lies between
reason-not-due = due on { $due }
reason-parts-missed = not met: { $parts }
reason-condition-false = `when: { $text }` does not hold
reason-no-completion = the points of `{ $target }` need a target above zero, and it is not
reason-no-figure = what `{ $rule }` counts is not known here
reason-veto = `{ $target }` is missed
reason-veto-open = whether the veto of `{ $target }` applies is not known

## Notes at further places

note-first-declared = first declared here
note-also-here = also here
note-target-of-score = the target whose score this is
note-form-of-score = the form of the score is written here
note-contradicts = one of the targets that contradict each other
note-implies = the target that says so already

## E01 text and shape

E0101 = the file is not UTF-8 text from byte { $offset } on
    .label = not UTF-8 text
    .help = save the file as UTF-8
E0102 = this line cannot be read
    .label = { $at ->
        [end] the line ends here
       *[text] not understood
    }
    .help = a line is an item such as `target a.b >= 90%`, a field such as `owner: a`, or a comment behind `#`
    .value = a value is expected
    .value-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .value-help = a value is a number such as `90%`, a name, or an expression of both
    .name = a name is expected
    .name-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .name-help = a name begins with a letter, as in `market_sampling.pass_rate`; any other stands in quotes
    .text = a text in quotes is expected
    .text-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` has no quotes
    }
    .text-help = write it as `"…"` or `「…」`
    .period = a day or a period is expected
    .period-label = { $at ->
        [end] the line ends before it
       *[text] not a day or period
    }
    .period-help = write it as `2011`, `2011-Q2`, `2011-05`, `2011-12-31`, `end of 2011` or 2011年底
    .number = a number is expected
    .number-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .number-help = write digits, with `%` or a unit behind them where one is meant
    .count = a whole number is expected
    .count-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .count-help = write it in digits, such as `2`
    .change = how it changes is expected
    .change-label = by how much, or how often?
    .change-help = write `falls by at least 20% since 2005` or `falls every year`
    .bound = how the change is held against its amount is expected
    .bound-label = at least, at most, more than or less than?
    .bound-help = write `falls by at least 20% since 2005`, or 下降20%以上
    .since = the base of the change is expected
    .since-label = since when?
    .since-help = write `since 2005` behind the amount
    .trend = `falls` or `rises` is expected
    .trend-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is neither
    }
    .trend-help = write `does not fall every year` or `does not rise every year`
    .step = a step is expected
    .step-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .step-help = the steps are `year`, `half`, `quarter`, `month` and `day`
    .in = a period, a range or a set is expected
    .in-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none of them
    }
    .in-help = write `in 2005`, `in 80%..90%` or `in {"{"}"pass", "fail"{"}"}`
    .dots = the other end of the range is expected
    .dots-label = `..` and a value are missing
    .dots-help = write both ends, as in `80%..90%`
    .to = `to` is expected
    .to-label = to what?
    .to-help = write `round(x to 0.1%)`, or `linear from 80% to 100%`
    .colon = a colon is expected
    .colon-label = missing before this
    .colon-help = write `scale a: low < middle < high`, worst first
    .less = `<` is expected
    .less-label = the next level is missing
    .less-help = write at least two levels, worst first, as in `scale a: low < middle < high`
    .assign = `=` is expected
    .assign-label = missing before this
    .assign-help = write a name, `=` and a value, as in `assume a = 20%`
    .arrow = `->` is expected
    .arrow-label = how many points?
    .arrow-help = write `ladder 100% -> 40, 90% -> 35, otherwise -> 0`
    .then = `then` is expected
    .then-label = missing before this
    .then-help = write `if a > 1 then b else c`
    .else = `else` is expected
    .else-label = missing before this
    .else-help = write `if a > 1 then b else c`; there is no `if` without `else`
    .over = `over` is expected
    .over-label = over which places or times?
    .over-help = write `over districts` or `over last 3 years`
    .satisfies = `satisfies` is expected
    .satisfies-label = missing before this
    .satisfies-help = write `every villages satisfies covered = yes`
    .items = `of` is expected
    .items-label = missing before this
    .items-help = write `at least 2 of (a, b, c)`
    .from = `from` is expected
    .from-label = from when or from what?
    .from-help = write `linear from 2010`, or in a score `linear from 80% to 100%`
    .per = `per` is expected
    .per-label = for how much each time?
    .per-help = write `deduct 1 per 1 point`
    .bracket = `)` is expected
    .bracket-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` does not go on with what stands in the brackets
    }
    .bracket-help = close the bracket, or put an operator between the two values
    .set = `{"}"}` is expected
    .set-label = the set goes on or ends here
    .set-help = write `in {"{"}"pass", "fail"{"}"}`, with commas between the members
    .type = a type is expected
    .type-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .type-help = a type is `percent`, `points`, `number`, `yes/no`, `date`, `period`, `text`, a unit or a scale
    .verdict = a verdict is expected
    .verdict-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .verdict-help = the verdicts are `met`, `missed`, `pending`, `unknown`, `uncertain`, `not_applicable` and `error`
    .method = a method is expected
    .method-label = not a method
    .method-help = the methods are `clopper-pearson` and `wilson`
    .rounding = a way of rounding is expected
    .rounding-label = not a way of rounding
    .rounding-help = the ways are `half even`, `half up` and `truncated`
    .judge = a way of judging is expected
    .judge-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .judge-help = write `judge: exact`, or `judge: rounded to 0.1%`
    .path = a path is expected
    .path-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .path-help = write `track: linear from 2010` or `track: compound from 2010`
    .score = a way of scoring is expected
    .score-label = { $at ->
        [end] the line ends before it
       *[text] `{ $found }` is none
    }
    .score-help = the ways are `all-or-nothing`, `proportional`, `linear from A to B`, `ladder A -> points, …` and `deduct N per M`
    .band = the score at which the grade begins is expected
    .band-label = from which score on?
    .band-help = write `grade: A >= 90, B >= 80, D otherwise`
    .chained = comparisons do not chain
    .chained-label = a second comparison
    .chained-help = write `b in a..c`, which includes both ends, or join two comparisons with `and`
    .misplaced = this belongs directly behind a name or a bracket
    .misplaced-label = not behind a condition
    .misplaced-help = move it, or put what it belongs to in brackets
    .contrary = the two words contradict each other
    .contrary-label = the other direction
    .contrary-help = write 达到 … 以上 or 控制在 … 以内
    .empty-name = a name without a character
    .empty-name-label = nothing stands between the quotes
    .empty-name-help = write the name between the quotes
    .habit = `{ $found }` is no operator here
    .habit-label = not understood
    .habit-help = write `{ $meant }`
    .between = there is no `between`
    .between-label = not understood
    .between-help = write `x in 80%..90%`, which includes both ends
    .date-form = this is not how a date is written here
    .date-form-label = another form of date
    .date-form-help = write `{ $meant }`
    .date-order = which is the day, and which the month?
    .date-order-label = another form of date
    .date-order-help = write the year first, then month and day, as in `2011-12-31`
    .range = a range is written with `..`
    .range-label = another form of range
    .range-help = write `{ $meant }`
    .change-end = a change names its base alone
    .change-end-label = the change does not end here
    .change-end-help = end the target there: `by: { $period }`
    .filler = `{ $found }` is not needed here
    .filler-label = not understood
    .filler-help = leave it out
    .single-quotes = texts stand in double quotes
    .single-quotes-label = single quotes
    .single-quotes-help = write `"…"` or `「…」`
    .dash = a dash may mean a range or a difference
    .dash-label = a dash
    .dash-help = write `..` for a range and `-` for a difference
    .other-quotes = texts stand in double quotes
    .other-quotes-label = other quotes
    .other-quotes-help = write `"…"` or `「…」`
    .function = `{ $found }` is no function
    .function-label = not a function
    .function-help = the functions are `min`, `max`, `abs` and `round`
E0103 = no item begins with `{ $word }`
    .label = not an item's keyword
    .help = a line begins with a keyword such as `target` or `metric`, with a field such as `owner:`, or is a condition
    .similar-help = did you mean `{ $similar }`?
E0104 = there is no field `{ $field }`
    .label = not a field
    .help = fields are, among others, `title`, `cite`, `owner`, `by`, `type`, `value`, `when` and `warn`
    .similar-help = did you mean `{ $similar }`?
    .item = `{ $field }` begins an item and takes no colon
    .item-label = an item's keyword
    .item-help = leave out the colon
E0105 = a text is never closed
    .label = its quote is open to the end of the line
    .help = close it on the same line
E0106 = a bracket is never closed
    .label = opened here
    .help = close it, or remove it
    .unopened = a bracket is closed that was never opened
    .unopened-label = nothing to close
    .unopened-help = remove it, or open it before
    .other = a bracket is closed by one of another kind
    .other-label = another kind of bracket was opened
    .other-help = close it with its own kind
E0107 = text is left over behind a complete value
    .label = not a part of the value
    .help = remove it, join it with an operator such as `and`, or put names with blanks in quotes
    .list-help = part the values by commas, and put a name with blanks in quotes
E0108 = the colon behind `{ $field }` is missing
    .label = a field
    .help = write `{ $field }:`
E0109 = the field `{ $field }` belongs to no item
    .label = no item before it
    .help = put it below the item that it belongs to
E0110 = the field `{ $field }` is given twice
    .label = the second time
    .help = keep one of them; a list of values is parted by commas
E0111 = this number cannot be read
    .label = not a number
    .help = write it as `1_000` or `12.5`
    .too-long = this number is too long
    .too-long-label = too many digits
    .too-long-help = check the figure; at most 400 digits are read
    .thousands = thousands are not parted by commas
    .thousands-label = a comma inside a number
    .thousands-help = write `1_000` or `1000`
    .comma = the decimal sign is a point
    .comma-label = a comma inside a number
    .comma-help = write `{ $meant }`
    .point = a digit is missing before the point
    .point-label = the number begins here
    .point-help = write `0.5`
E0112 = `{ $text }` is not in the calendar
    .label = no such day or period
    .help = check day, month, quarter and year
E0113 = version { $version } of the language is not known
    .label = not a known version
    .help = this program reads `syntax 1`
E0114 = a character that nobody can see ({ $code })
    .label = invisible
    .help = remove it; outside texts such characters hide what a rule says
E0115 = a footnote mark beside a number?
    .label = a raised or circled digit
    .help = remove it, and keep the remark as a comment behind `#`
E0116 = `{ $name }` holds characters that only look different from plain ones
    .label = the same as `{ $plain }`
    .help = write `{ $plain }`

## E02 names

E0201 = nothing in the plan is called `{ $name }`
    .label = not a metric, an assumption or a level
    .help = declare it with `metric { $name }`, or use a name that is declared
    .similar-help = did you mean `{ $similar }`?
    .truth = a yes/no value is written `yes` or `no`
    .truth-label = not a value here
    .truth-help = write `{ $meant }`
    .time = `{ $name }` says when, and not what
    .time-label = of which metric?
    .time-help = write `{ $meant }`
    .language = `{ $name }` is not a language of messages
    .language-label = `en` or `zh` is expected
    .language-help = write `language: en` or `language: zh`
    .target = no target is called `{ $name }`
    .target-label = no such target
    .target-help = name a target by its id, or by the metric that stands first in its condition
    .table = no table of records is called `{ $name }`
    .table-label = not a table
    .table-help = declare it with `table { $name }` and its `columns:`, or use a table that is declared
    .table-similar = no table of records is called `{ $name }`
    .table-similar-label = not a table
    .table-similar-help = did you mean `{ $similar }`?
    .metric-as-table = `{ $name }` is a metric, and a table of records is needed here
    .metric-as-table-label = a metric
    .metric-as-table-help = name a table, or say over which periods or places: `average of { $name } over last 3 years`
    .column = the table `{ $table }` has no column `{ $name }`
    .column-label = not a column
    .column-help = use a column of the table: { $columns }
    .column-similar = the table `{ $table }` has no column `{ $name }`
    .column-similar-label = not a column
    .column-similar-help = did you mean `{ $similar }`?
E0202 = no organisation is called `{ $name }`
    .label = not declared
    .help = declare it with `organisation { $name }`, or use one that is
    .similar-help = did you mean `{ $similar }`?
E0203 = no unit is called `{ $name }`
    .label = not a known unit
    .help = declare it with `unit { $name }`, or use one that is declared
    .similar-help = did you mean `{ $similar }`?
    .definition = the unit `{ $name }` must be made of another unit
    .definition-label = a number with a unit is expected, such as `0.001 tce`
    .definition-help = write `unit { $name } = 0.001 tce`, or leave the definition out for a unit of its own
E0204 = the scale `{ $scale }` has no level `{ $name }`
    .label = not a level
    .help = its levels are { $levels }
E0205 = no type is called `{ $name }`
    .label = not a type, a unit or a scale
    .help = types are percent, points, number, yes/no, date, period, text, the units and the scales
    .similar-help = did you mean `{ $similar }`?
E0206 = two targets have the id `{ $id }`
    .label = second of this id
    .help = give one of them another id
    .implicit-help = give this target an id of its own: `target some_id: …`
E0207 = `{ $name }` is declared twice
    .label = second declaration
    .help = rename one of the two, or take it away
    .unit = the unit `{ $name }` cannot be declared: { $cause }
    .unit-label = not a usable unit
    .unit-help = rename the unit or its other spellings, or use the unit that exists
    .alike = `{ $name }` is hard to tell from `{ $other }`
    .alike-label = differs only in the width or look of its characters
    .alike-help = give one of the two another name
E0208 = `{ $metric }` is computed from itself
    .label = this leads back to `{ $metric }`
    .help = take `{ $metric }` out of what it is computed from
E0209 = `{ $field }` is not a field of `{ $item }`
    .label = `{ $item }` does not take it
    .help = move the field to the item it belongs to, or take it away
    .nothing-rounded = nothing in this condition is rounded
    .nothing-rounded-label = there is no comparison of numbers to round for
    .nothing-rounded-help = leave the line away
    .rounded-sample = a sample's bound is compared as it is, and never rounded
    .rounded-sample-label = together with `judge: rounded`
    .rounded-sample-help = leave one of the two lines away
    .each-by = a target that recurs is due at the end of each period
    .each-by-label = it has a deadline too
    .each-by-help = leave `by:` away, or `each:`
    .if-none = there are no records here that could be none
    .if-none-label = nothing is asked of records
    .if-none-help = leave the line away, or move it to a target or metric that asks something of a table of records
    .if-none-verdict = an empty roster is met or missed
    .if-none-verdict-label = neither
    .if-none-verdict-help = write `if none: met` or `if none: missed`; without the line it is unknown
E0210 = `{ $path }` cannot be used
    .label = { $cause }
    .help = name a rule file inside the plan's folder, or a shipped one such as `common/units.dabiao`
    .similar = there is no file `{ $path }`
    .similar-label = no such file
    .similar-help = did you mean `{ $similar }`?
    .backslashes = `{ $path }` has backslashes between its folders
    .backslashes-label = backslashes
    .backslashes-help = write `{ $mended }`, which is read on every system
    .empty-folder = the folder `{ $path }` has no rule files
    .empty-folder-label = nothing in it to use
    .empty-folder-help = name a folder with files that end in `.dabiao`
    .outside = `{ $path }` leads out of the plan's folder
    .outside-label = not inside the plan's folder
    .outside-help = move the file into the plan's folder, and name it by its path from there
    .no-folder = `{ $path }` is not shipped, and this text stands in no folder
    .no-folder-label = taken from no folder
    .no-folder-help = put the rules into a file, beside the file that they use; shipped files such as `common/units.dabiao` can be used from anywhere
E0211 = something is missing here
    .label = not here
    .help = add it
    .because = the allowance of { $code } gives no reason
    .because-label = no reason
    .because-help = write `allow: { $code } because "…"`
    .assume = the assumption `{ $name }` gives no reason
    .assume-label = no reason
    .assume-help = add a line `because: "…"` that says why this value
    .unmeasured = an unmeasured demand gives no reason
    .unmeasured-label = no reason
    .unmeasured-help = add a line `reason: "…"` that says why it is not measured
    .test = a test expects nothing
    .test-label = nothing expected
    .test-help = add a line such as `expect: market_sampling.pass_rate met`
    .milestone = a milestone lies before the deadline of its target
    .milestone-label = not before a deadline
    .milestone-help = give the target a later `by:`, or a condition of its own to this milestone
    .track = a track leads from its base to the deadline of its target
    .track-label = no deadline after the base
    .track-help = give the target a `by:` after the base
    .table = the table `{ $name }` has no columns
    .table-label = no columns
    .table-help = add a line such as `columns: entity text, period period, outcome text`
E0212 = a plan has one `plan` item, and this is the second
    .label = second plan
    .help = take one of them away, or keep the plans in separate folders
E0213 = `{ $code }` is not the code of a warning
    .label = only warnings can be allowed
    .help = name a code such as W0601; errors have to be mended

## E03 types and units

E0301 = `{ $text }` is a bare number where a percent is meant
    .label = a percent is expected
    .help = write `{ $fixed }`
    .fraction-help = write `{ $share }`, or `{ $fixed }` if so little is meant
E0302 = `{ $text }` is a value of type { $found }, and { $wanted } is expected
    .label = { $found }
    .help = use a value of type { $wanted }
    .percent = `{ $text }` is a percent, and a plain number is expected
    .percent-label = a percent
    .percent-help = if the metric is a share, declare `type: percent`; otherwise write a plain number
    .points = `{ $text }` is not a difference of percents
    .points-label = a difference of percents is counted in points
    .points-help = write `{ $fixed }`
    .sum = { $left } and { $right } cannot be added or subtracted
    .sum-label = { $left } with { $right }
    .sum-help = both sides must be of one kind; a percent changes by points, such as `5 points`
    .product = { $left } and { $right } cannot be multiplied or divided
    .product-label = { $left } with { $right }
    .product-help = multiply or divide by a number, a percent or a quantity with a unit
    .one-argument = `abs` takes one value
    .one-argument-label = more than one value, or none
    .one-argument-help = write `abs(x)`
    .negative-change = a change is stated as a positive amount
    .negative-change-label = a negative amount
    .negative-change-help = write `rises` instead of `falls`, or the other way round, with a positive amount
    .yearly = a yearly change can only be compared with a rate, and at once
    .yearly-label = not compared here
    .yearly-help = write a comparison such as `yearly change of x since 2015 >= 2%`; it is irrational, so only a comparison is exact
    .only-of-records = shares, counts and medians are those of records
    .only-of-records-label = not of periods or places
    .only-of-records-help = use `average`, `sum`, `min` or `max`
    .no-sample = a confidence is for one comparison of a share with a fixed threshold
    .no-sample-label = this condition is no such comparison
    .no-sample-help = write a condition such as `goods.pass_rate >= 90%`, of an observed metric of type percent
    .entity-column = `{ $name }` names the entity of a record, and is a column of texts
    .entity-column-label = { $found }
    .entity-column-help = write `{ $name } text`, or give the column another name
    .period-column = `{ $name }` tells when a record belongs, and is a column of periods or dates
    .period-column-label = { $found }
    .period-column-help = write `{ $name } period` or `{ $name } date`, or give the column another name
E0303 = `{ $text }` is measured in { $found }, and { $wanted } is expected
    .label = { $found }
    .help = use a unit that measures the same thing as { $wanted }
    .bare = `{ $text }` has no unit, and { $wanted } is expected
    .bare-label = a unit is missing
    .bare-help = write `{ $fixed }`
    .sum = { $left } and { $right } do not measure the same thing
    .sum-label = { $left } with { $right }
    .sum-help = add and subtract quantities of one kind only
    .product = the product or quotient of { $left } and { $right } is no unit
    .product-label = { $left } with { $right }
    .product-help = use fewer units in one expression
E0304 = a condition is needed here, and this is a value of type { $type }
    .label = true or false is expected
    .help = compare it with something, for example `… >= 90%`
E0305 = a number is needed here, and this is a value of type { $type }
    .label = { $type }
    .help = use a metric or a literal that is a number
    .of-records = `{ $name }` is a column of type { $type }, and numbers are needed here
    .of-records-label = { $type }
    .of-records-help = name a column of numbers, or count the records with `count of`
E0306 = a percent change of a percent can be read in two ways
    .label = relative or in points?
    .help = for a difference write `{ $points }`; for a change relative to the base write `{ $relative }`
    .yearly = a yearly change in `%` of a percent can be read in two ways
    .yearly-label = a percent metric
    .yearly-help = say it in points per year, as in `(x - x in 2015) / 5 >= 1 points`
E0307 = a metric's name is needed here
    .label = not a metric
    .help = name one metric
    .computed = `{ $metric }` is computed by the plan, and cannot be given
    .computed-label = computed
    .computed-help = give the metrics that it is computed from
    .one-place = a test names at most one place and one period
    .one-place-label = more than that
    .one-place-help = write for example `rate of north in 2010`
    .milestone = nothing is said of which value this milestone speaks
    .milestone-label = the target's condition has several values
    .milestone-help = write the whole condition behind the period, such as `2008 x >= 85%`
    .track = a track leads to one value
    .track-label = the condition names no value to reach
    .track-help = write a condition such as `x >= 90%` or `x falls by at least 20% since 2005`
E0308 = `{ $target }` can never be met: `{ $metric }` lies in { $range }
    .label = no value in { $range } satisfies this
    .help = correct the threshold, or the range of `{ $metric }`
    .condition = `{ $target }` can never be met
    .condition-label = no values satisfy this
    .condition-help = correct the condition, or the ranges of its metrics
    .count = at least { $count } of { $parts } conditions can never hold
    .count-label = there are only { $parts }
    .count-help = ask for at most { $parts }
    .window = a window of { $count } periods cannot need { $needed } values
    .window-label = it needs at least one value, and at most one for each period
    .window-help = ask for a number of values between 1 and the number of periods
    .confidence = no sample decides with this confidence
    .confidence-label = above 50% and below 100%
    .confidence-help = write a level such as `95%`
E0309 = a fixed value is needed here
    .label = this rests on data or on an assumption
    .help = write a literal such as `20%` or `10`
    .place = the limit has no written place to round to
    .place-label = not a literal
    .place-help = say the place: `judge: rounded to 0.1%`
E0310 = a division by zero
    .label = this is zero
    .help = divide by something that is not zero
    .interval = a rounding interval must be greater than zero
    .interval-label = not greater than zero
    .interval-help = write an interval such as `0.1%`
E0311 = a range whose first end lies behind its last
    .label = the ends are the wrong way round
    .help = exchange the two ends
    .period = a period whose first part lies behind its last, or is of another length
    .period-label = not a period
    .period-help = write for example `2011..2013`
    .trend = a trend needs at least two periods, the earlier one first
    .trend-label = fewer than two periods
    .trend-help = write for example `in 2008..2011`
E0312 = values of type { $type } have no order
    .label = only `=` and `!=` can be asked here
    .help = use `=` or `!=`
    .of-records = `{ $name }` is a column of type { $type }, which has no least and no greatest
    .of-records-label = { $type }
    .of-records-help = name a column of numbers, dates, periods or levels
E0313 = one record cannot answer this
    .label = not of one record
    .help = ask with columns, fixed values and assumptions only, joined by comparisons, `and`, `or`, `not` and arithmetic
    .metric = `{ $name }` is a metric, and one record has columns only
    .metric-label = a metric
    .metric-help = compare with a fixed value or an assumption, or compare the answer of the whole table with the metric
    .given = a test states what a record has as `column = value`
    .given-label = not a column with a fixed value
    .given-help = write `outcome = "pass"`, several joined by `and`
E0314 = this does not fit the table `{ $table }`
    .label = does not fit
    .help = name what is taken together, and of which records
    .share-where = a share needs to know which records of `{ $table }` count
    .share-where-label = of what?
    .share-where-help = write `share of { $table } where …`, and behind it `among …` where not all records are the whole
    .share-column = a share is one of records, not of values
    .share-column-label = a column
    .share-column-help = write `share of { $table } where …`
    .count-column = records are counted, not values
    .count-column-label = a column
    .count-column-help = write `count of { $table }`, with `where …` for those that count
    .needs-column = it is not said which values of `{ $table }` are taken together
    .needs-column-label = a table without a column
    .needs-column-help = name one of its columns, `{ $table }.COLUMN`: { $columns }
    .every-column = each record of `{ $table }` is asked, not each value
    .every-column-label = a column
    .every-column-help = write `every { $table } satisfies …`
    .among = only a share is taken among some of the records
    .among-label = not a share
    .among-help = join the two conditions: `where … and …`

## E04 limits

E0315 = `{ $target }` can never be met together with { $others }
    .label = no values satisfy them all
    .help = change one of them; targets for different places or cases need a `when:` each
E0402 = brackets are nested too deeply
    .label = deeper than { $limit }
    .help = split the condition: give parts of it a name with `metric … value: …`
    .chain = too many signs, `not`s, places or conditions in a row
    .chain-label = more than { $limit }
    .chain-help = split it: give parts of it a name with `metric … value: …`
E0403 = the text is too long
    .label = beyond the limit
    .help = split it
    .line = a line is too long
    .line-label = longer than { $limit } bytes
    .line-help = break it behind an operator or a comma
    .operators = an expression has too many parts
    .operators-label = beyond { $limit } operators
    .operators-help = split it: give parts of it a name with `metric … value: …`
    .periods = the target recurs too often
    .periods-label = more than { $limit } times in the plan's period
    .periods-help = name a longer kind of period, such as `each: month`, or a shorter period of the plan
E0404 = the file is too large
    .label = { $size } bytes, where { $limit } are allowed
    .help = split the plan into several files; a folder is a plan
E0405 = the file has too many items
    .label = beyond { $limit } items nothing is read
    .help = split the plan into several files; a folder is a plan
    .faults = there are too many errors
    .faults-label = from here on errors are not listed
    .faults-help = mend the others first

## E05 formatting

E0502 = the formatted text would mean something else
    .label = this would be read differently
    .help = the file is left as it is; write this part in another way, and report the fault with it

## W06 warnings

W0601 = the deadline of `{ $target }` is { $due }, outside the plan's period { $period }
    .label = due outside { $period }
    .help = correct the deadline, or acknowledge it: `allow: W0601 because "…"`
W0602 = nobody answers for `{ $target }`
    .label = no owner
    .help = add a line `owner: …`, or acknowledge it: `allow: W0602 because "…"`
W0603 = `{ $target }` names no clause
    .label = no clause
    .help = add a line `cite: "…"`, or acknowledge it: `allow: W0603 because "…"`
W0604 = `{ $name }` is not declared; from its use it is of type { $type }
    .label = not declared
    .help = declare it with `metric { $name }` and a line `type: { $type }`
W0605 = no rule uses the metric `{ $name }`
    .label = not used
    .help = take it away, or acknowledge it: `allow: W0605 because "…"`
W0606 = no rule uses the assumption `{ $name }`
    .label = not used
    .help = take it away, or acknowledge it: `allow: W0606 because "…"`
W0607 = `{ $target }` can never be missed: `{ $metric }` lies in { $range }
    .label = every value in { $range } satisfies this
    .help = correct the threshold or the range, or acknowledge it: `allow: W0607 because "…"`
    .condition = `{ $target }` can never be missed
    .condition-label = all values satisfy this
    .condition-help = correct the condition, or acknowledge it: `allow: W0607 because "…"`
    .never-applies = `{ $target }` never applies, so it can never be missed
    .never-applies-label = where this would be asked, `when:` does not hold
    .never-applies-help = correct its `when:`, or acknowledge it: `allow: W0607 because "…"`
W0608 = the allowance of { $code } is not needed
    .label = nothing to allow
    .help = take the line away
W0609 = `{ $target }` can never be missed where `{ $by }` is met
    .label = the other target asks for this already
    .help = remove the weaker one, or acknowledge it: `allow: W0609 because "…"`
W0610 = the early warning of `{ $target }` fits no value that meets it
    .label = see `warn:`
    .help = correct the figures, or acknowledge it: `allow: W0610 because "…"`
    .never = the early warning of `{ $target }` can never come: where it holds, the target is missed
    .never-label = no value that meets the target satisfies this
    .always = the early warning of `{ $target }` always comes: it holds wherever the target is met
    .always-label = every value that meets the target satisfies this
W0611 = the milestone { $period } of `{ $target }` is out of order
    .label = see the other milestones
    .help = correct the figures or the periods, or acknowledge it: `allow: W0611 because "…"`
    .weaker = the milestone { $period } of `{ $target }` asks for less than the one before it
    .weaker-label = an earlier milestone implies this one
    .stricter = the milestone { $period } of `{ $target }` asks for more than the target itself
    .stricter-label = this implies the target
W0612 = the base { $since } is not before the time that `{ $target }` is judged for, which ends on { $due }
    .label = a change since then is unknown at that time
    .help = name an earlier base or a later deadline, or acknowledge it: `allow: W0612 because "…"`
W0613 = no rule uses `{ $name }`
    .label = unused
    .help = remove it, or acknowledge it: `allow: W0613 because "…"`
W0620 = no rule uses the table of records `{ $name }`
    .label = not used
    .help = take it away, or acknowledge it: `allow: W0620 because "…"`
W0640 = `{ $name }` holds `{ $letter }` ({ $code }), a letter of { $script ->
        [latin] the Latin script
        [greek] the Greek script
        [cyrillic] the Cyrillic script
        [armenian] the Armenian script
        [georgian] the Georgian script
        [cherokee] the Cherokee script
        [coptic] the Coptic script
       *[other] another script
    } among those of another
    .label = letters of different scripts
    .help = retype the letter; if it is meant, write `allow: W0640 because "…"`

## E07 data

note-first-value = the first value stands here

E0701 = `{ $text }` cannot be read as { $type }, the type of `{ $metric }`
    .label = { $reason }
    .help = write a value of this type; where there is none, leave the cell empty or write `NA`
    .digits = `{ $text }` has more digits than are kept of { $type }, the type of `{ $metric }`
    .digits-label = too long
    .digits-help = write a finite decimal of at most 36 digits before the point and 30 behind it

E0702 = a second value for `{ $metric }`, entity { $entity }, period { $period }
    .label = given twice
    .help = keep one of the two values, or tell them apart by their `entity` or `period`
    .of-entity = a second value for `{ $metric }`, entity { $entity }
    .of-period = a second value for `{ $metric }`, period { $period }
    .alone = a second value for `{ $metric }`
    .mixed = `{ $metric }` has values with a period and one without
    .mixed-label = one with a period, one without
    .mixed-help = a value without a period holds in every period: give it its period, or take it out
    .of-records = `{ $metric }` has a value of its own, and the records of `{ $table }` give it too
    .of-records-label = given beside its records
    .of-records-help = leave the value out of the data, or do not give the table

E0703 = the plan has no metric `{ $name }`
    .label = not in the plan
    .help = use the path or a title of a metric of the plan, declare `metric { $name }`, or take the value out of the data
    .similar-help = did you mean `{ $similar }`?
    .derived = `{ $name }` is computed by the plan, and data cannot give it
    .derived-label = a computed metric
    .derived-help = take the value out of the data, or the `value:` out of the plan

E0704 = `{ $text }` lies outside the range of `{ $metric }`, which is { $range }
    .label = out of range
    .help = correct the value; a share that is written as a fraction of 1 needs its percent, `92.4%` and not `0.924`

E0705 = `{ $text }` is not a period, so that the row's values are not used: { $metrics }
    .label = not a period
    .help = write a year `2011`, a half `2011-H1`, a quarter `2011-Q2`, a month `2011-05` or a day `2011-12-31`; leave the cell empty where the value holds in every period
    .many = `{ $text }` is not a period, so that the row's { $count } values are not used
    .alone = `{ $text }` is not a period
    .of-record = a record of `{ $table }` does not say to which period it belongs
    .of-record-label = empty
    .of-record-help = fill in a period or a day; a record without one would count in no period

E0706 = the unit `{ $unit }` does not measure `{ $metric }`, which is in { $wanted }
    .label = another kind of unit
    .help = give the value in { $wanted }, or in a unit that the plan declares for the same dimension

E0707 = no column is headed `{ $name }`
    .label = missing
    .help = head the column with `{ $name }` or `{ $chinese }`; a tidy table has `metric` and `value`, a wide one neither of them, a table of entities `entity` with `parent` or `level`
    .repeated = `{ $name }` heads two columns
    .repeated-label = a second time
    .repeated-help = keep one of the two, or give one of them its own heading
    .twice = `{ $name }` and `{ $first }` name the same column
    .twice-label = a second time
    .twice-help = keep one of the two, or give one of them its own heading
    .misplaced-tidy = `{ $name }` is no column of a tidy table
    .misplaced-tidy-label = not read
    .misplaced-tidy-help = take it out or head it with one of { $columns }; a remark for people goes under `note`
    .misplaced-wide = `{ $name }` has no meaning beside a column for each metric
    .misplaced-wide-label = not read
    .misplaced-wide-help = take it out; a unit is written within the cell (`12 家`) or in a tidy table with `metric` and `value`; beside metrics stand only { $columns }
    .misplaced-entities = `{ $name }` is no column of a table of entities
    .misplaced-entities-label = not read
    .misplaced-entities-help = take it out or head it with one of { $columns }; values go into a file of their own
    .misplaced-document = `{ $name }` stands beside `rows` and `entities` and is not read
    .misplaced-document-label = not read
    .misplaced-document-help = move it into a row of `rows`, or take it out
    .no-metrics = no column is headed with a metric
    .no-metrics-label = no metric here
    .no-metrics-help = add a column for each metric, headed with its path or title, or the columns `metric` and `value`
    .no-heading = column { $number } holds values and has no heading
    .no-heading-label = without a heading
    .no-heading-help = head the column, or clear its cells
    .of-table = no column is headed `{ $name }`, which the table `{ $table }` declares
    .of-table-label = missing
    .of-table-help = head a column with `{ $name }`, or take it out of the table's `columns:`

E0708 = the file is not well formed
    .help = correct the file and read it again
    .not-utf8 = the file is not UTF-8 text
    .not-utf8-label = the first byte that is not
    .not-utf8-help = save the file as UTF-8 (in a spreadsheet: `CSV UTF-8`); from GBK, `iconv -f GBK -t UTF-8` converts it
    .not-found = there is no file `{ $name }`
    .not-found-help = correct the path; it is taken from the folder that the command runs in
    .unreadable = `{ $name }` cannot be read: { $reason }
    .unreadable-help = make the file readable, or name another
    .empty = the file is empty
    .empty-help = give it a heading row, or in JSON an object
    .workbook = the workbook cannot be read: { $reason }
    .workbook-help = save it anew as `.xlsx` without a password
    .no-table = the workbook holds no table
    .no-table-help = put headings into one row, in two cells or more, and the values below; hidden sheets are read where they are named, `file.xlsx#sheet`
    .no-sheet = the workbook has no sheet `{ $name }`
    .no-sheet-help = name one of its sheets: { $sheets }
    .sheets = several sheets of the workbook hold a table: { $sheets }
    .sheets-help = name the one that is meant, `file.xlsx#sheet`
    .cell-error = the cell shows the error `{ $text }`, so that the row is not used
    .cell-error-label = no value
    .cell-error-help = mend the formula, or empty the cell where there is no value
    .wide-cell = the cell is merged over several columns, so that the row is not used
    .wide-cell-label = under several headings
    .wide-cell-help = unmerge it, and write a value under each heading
    .ragged = the row has { $found } cells and the heading { $expected }, so that it is not used
    .ragged-label = as many cells as the heading are needed
    .ragged-help = add or take away cells; a text that holds the separator goes in quotes
    .open-quote = a quote that is never closed, so that the row is not used
    .open-quote-label = opened here
    .open-quote-help = close it with `"`; a quote within quotes is written `""`
    .text-behind-quote = text behind a closing quote, so that the row is not used
    .text-behind-quote-label = the quote is closed too early
    .text-behind-quote-help = write a quote within quotes as `""`, and close the last one at the end of the cell
    .full-width = the headings are parted by a full-width `，` or `；`
    .full-width-label = not a separator
    .full-width-help = part the cells with the plain comma `,` in every row
    .flag = the flag `{ $text }` has no meaning here, so that the row is not used
    .flag-label = not a flag
    .flag-help = write `provisional` or 初步 for a provisional value, `final` or 正式 or nothing for a final one
    .no-metric = the row names no metric, so that its value is not used
    .no-metric-label = empty
    .no-metric-help = write the metric's path or title, or take the row out
    .no-entity = the row names no entity
    .no-entity-label = empty
    .no-entity-help = write the entity's name, or take the row out
    .no-key = the row has no `{ $name }`, so that it is not used
    .no-key-label = missing
    .no-key-help = add `{ $name }`; where the value is missing, write `"value": null`
    .json = the JSON cannot be read at character { $column } of the line: { $detail }
    .json-label = broken here
    .json-help = correct the JSON at this place; what it belongs to is read only then
    .no-object = `{ $text }` is no object, and no array of objects
    .no-object-label = a single value
    .no-object-help = name the metric: an object such as `{"{"} "market.pass_rate": "92.4%" {"}"}`
    .no-row = `{ $text }` is no row, so that it is not used
    .no-row-label = not an object
    .no-row-help = make each row an object, with `entity` and `period` where they apply
    .key-twice = the key `{ $name }` is given twice in one object, so that the row is not used
    .key-twice-label = a second time
    .key-twice-help = keep one of the two
    .empty-key = an empty key, so that the row is not used
    .empty-key-label = no name
    .empty-key-help = name the metric, or take the entry out
    .array = `{ $name }` is an array where one value is needed, so that the row is not used
    .array-label = several values
    .array-help = give each value a row of its own with its `entity` or `period`, or the array's entries a name each

E0709 = `{ $name }` is no kind of data file that can be read
    .help = use a file that ends in one of { $endings }

E0710 = `{ $entity }` has no clear place in the tree of entities
    .help = give each entity one row, with one parent
    .twice = the entity `{ $entity }` is listed twice
    .twice-label = a second time
    .twice-help = keep one of the two rows
    .ancestor = `{ $entity }` is its own ancestor
    .ancestor-label = leads back to itself
    .ancestor-help = correct the `parent` of one of the entities on the way
    .unknown-parent = `{ $parent }`, the parent of `{ $entity }`, is not listed
    .unknown-parent-label = no such entity
    .unknown-parent-help = add a row for `{ $parent }`, or correct the name
    .unlisted = the entity `{ $entity }` is not in the tree of entities
    .unlisted-label = not listed
    .unlisted-help = add a row for it to the file of entities, or correct the name
    .unlisted-similar = the entity `{ $entity }` is not in the tree of entities
    .unlisted-similar-label = not listed
    .unlisted-similar-help = did you mean `{ $similar }`?

E0711 = the file has more than { $limit } bytes, and is not read
    .help = split the file, or raise the limit
    .values = the file has more than { $limit } values, and what follows is not read
    .values-label = the limit is reached here
    .values-help = split the file, raise the limit, or let records be counted as a table of records
    .faults = the file has more than { $limit } faults, and what follows is not read
    .faults-label = the limit is reached here
    .faults-help = correct these first; is it the right file?
    .depth = objects are nested more than { $limit } deep, so that the row is not used
    .depth-label = too deep
    .depth-help = name the value by one key with dots in it
    .cells = the data have more than { $limit } cells, which are rows times metrics
    .cells-label = the limit is reached here
    .cells-help = judge the data in parts
    .records = the records of `{ $table }` have more than { $limit } cells, which are rows times columns
    .records-label = the limit is reached here
    .records-help = judge the records in parts, or give the metric's values instead

E0712 = the records of `{ $table }` were taken together by longer periods than the question asks for
    .help = take the records together again for this question
    .assumption = the records of `{ $table }` were taken together with another value of `{ $name }`
    .assumption-help = take the records together again with the value that is asked for, which `--assume` of `eval` does
    .questions = the records of `{ $table }` were taken together for other questions than the plan asks
    .questions-help = take the records together again for this plan

E0713 = the record of `{ $table }` is dated { $text }, after the day of the question, { $as_of }
    .label = lies ahead
    .help = correct the date, or ask for a later day with `--as-of`

E0714 = { $refused } of { $records } records of `{ $table }` cannot be used, and at most { $limit } may be
    .help = correct the records that are named, or raise `--max-bad-rows`

E0715 = the records of `{ $table }` cannot be read: { $reason }
    .help = check that the source is there, is what its name says, and may be read
    .column = the column `{ $name }` of `{ $table }` holds { $found }, which cannot be read as { $type }
    .column-help = store the column as text, integers, decimals, dates or truth values
    .empty = there is no file of records in `{ $name }`
    .empty-help = name a file or a folder with files that end in one of { $endings }
    .mixed = the files in `{ $name }` are of several kinds
    .mixed-help = give each table files of one kind
    .without-records = this program is built without DataFusion and cannot read `{ $name }`
    .without-records-help = build it with the feature `records`, or give the records as CSV or JSON

E0716 = the question `{ $question }` cannot be answered exactly by a database
    .help = ask it without a division by a column and without comparing periods, or give the records as files

W0717 = { $refused } of { $records } records of `{ $table }` cannot be used and count nowhere
    .help = correct the records; `--max-bad-rows 0` makes them an error

## E08 the call

E0801 = the plan has no target `{ $target }`
    .help = list the targets with `dabiao targets`
    .similar-help = did you mean `{ $similar }`?
E0802 = the data have no entity `{ $name }`
    .help = name an entity as the data do, or leave the entity out to judge every one
    .similar-help = did you mean `{ $similar }`?
E0803 = the plan has no assumption `{ $name }`
    .help = list the assumptions with `dabiao targets --format json`
    .similar-help = did you mean `{ $similar }`?
E0804 = `{ $text }` cannot be read as what `{ $option }` takes
    .help = give { $wanted }
E0805 = `{ $path }` cannot be read: { $cause }
    .help = check the path
    .write = `{ $path }` cannot be written: { $cause }
    .write-help = name another place, or move what is there
    .no-rules = the folder `{ $path }` has no rule files
    .no-rules-help = name a folder with files that end in `.dabiao`, or begin a plan with `dabiao init`
E0806 = the data have nothing for the period { $name }
    .help = name a period as the data do, or leave the period out to judge the latest one
    .similar-help = did you mean { $similar }?
E0807 = the plan has no table of records `{ $name }`
    .help = use the name of a table that the rules declare
    .similar-help = did you mean `{ $similar }`?
    .twice = the table of records `{ $name }` is given twice
    .twice-help = give each table one source
E0808 = `{ $path }` is no stored plan that can be used
    .help = store the plan anew with `dabiao compile`
    .unmarked = `{ $path }` is not a stored plan
    .unmarked-help = store a plan with `dabiao compile`, or name its rule files
    .version = `{ $path }` was stored by dabiao { $version }, and this is { $own }
    .version-help = store the plan anew with `dabiao compile`
    .damaged = the stored plan `{ $path }` has changed since it was written
    .damaged-help = store the plan anew with `dabiao compile`
    .unwritten = the plan cannot be stored: { $cause }
    .unwritten-help = report this, with the rules
    .company = the stored plan `{ $path }` is whole, and nothing can be added to it
    .company-help = name it alone, or name the rule files instead

## E09 tests

E0901 = `{ $target }` is { $got } where the test expects { $expected }
    .label = { $got }
    .help = correct the rule, or what the test expects
    .nothing = the test comes to no verdict for `{ $target }`
    .nothing-label = no verdict
    .nothing-help = name an entity and a period that the test gives values for
    .score = the score is { $got } where the test expects `{ $wanted }`
    .score-label = { $got }
    .score-help = correct the rule, or what the test expects
    .grade = the grade is { $got } where the test expects `{ $wanted }`
    .grade-label = { $got }
    .grade-help = correct the rule, or what the test expects
    .no-score = the test comes to no score
    .no-score-label = no score
    .no-score-help = name an entity that the test gives values for

tests-passed = all tests passed: { $count }
tests-failed = tests failed: { $failed } of { $count }
tests-none = the rules have no test
tests-failure = failed: { $title }

## E10 scores

E1001 = nothing has points that this could count
    .label = no target has a weight
    .help = give a target `weight: 10`, or leave this out
    .section = no target of this section has points
    .section-label = nothing to score
    .section-help = give a target of the section `weight: 10`, or leave this out
    .target = this target has no points
    .target-label = a form without a weight
    .target-help = give the target `weight: 10`, or leave the form out
    .expect = the plan has no score
    .expect-label = nothing has points
    .expect-help = give a target `weight: 10`, or expect verdicts only
E1002 = a weight is above zero
    .label = zero
    .help = write the full points, as in `weight: 10`, or leave the weight out
    .step = a step is above zero
    .step-label = zero
    .step-help = write how much costs or earns the points, as in `1 per 1 point`
    .floor = the floor is above the full points, which are { $full }
    .floor-label = too high
    .floor-help = write a floor of at most { $full }
E1003 = each rung of a ladder asks for less than the one before it
    .label = not below the rung before it
    .help = put the rungs in order, the highest completion first
    .points = a lower rung gives no more points than a higher one
    .points-label = more than the rung before it
    .points-help = give it at most the points of the rung before it
    .otherwise = `otherwise` stands last, behind at least one rung
    .otherwise-label = not here
    .otherwise-help = move it to the end, as in `ladder 100% -> 40, otherwise -> 0`
    .nothing = the highest rung gives nothing
    .nothing-label = no points
    .nothing-help = write the full points there
E1004 = this score needs a figure that the condition does not have
    .label = no such figure
    .help = write `score: all-or-nothing` below the target
    .completion = there is no share of this target that could be reached in part
    .completion-label = no completion
    .completion-help = write `score: all-or-nothing` below the target; a completion needs one comparison or change with an amount above zero
    .value = the condition has no value that points could follow
    .value-label = no value
    .value-help = write `score: all-or-nothing` below the target; a value needs one comparison or change of numbers
    .shortfall = the condition has no shortfall that points could be taken off for
    .shortfall-label = no shortfall
    .shortfall-help = write `score: all-or-nothing` below the target; a shortfall needs one comparison or change of numbers
    .direction = neither more nor less of this value is better
    .direction-label = no better side
    .direction-help = count steps from the target itself, or give a condition with `when`
E1005 = a score of { $score } has no grade
    .label = a hole
    .help = let the lines go down and the last band be `otherwise`, as in `A >= 90, B >= 80, C otherwise`
    .twice = two bands have the grade `{ $grade }`
    .twice-label = a second time
    .twice-help = give each grade one band
    .never = no score can earn the grade `{ $grade }`
    .never-label = out of reach
    .never-help = let each line be below the one before it
    .overlap = a score of { $score } has two grades, `{ $lower }` and `{ $higher }`
    .overlap-label = also in the band of another grade
    .overlap-help = let the lines go down, and put `otherwise` last
E1006 = a veto needs grades, and the plan has none
    .label = no grade to give
    .help = give the plan `grade: passed >= 60, failed otherwise`, or leave the veto out
E1007 = this does not say when it is given
    .label = for what?
    .help = write steps, as in `2 per 10% over 100% up to 6`, or a condition, as in `5 when safety.incident`
    .no-step = a line without steps
    .no-step-label = from here on, for how much each time?
    .no-step-help = write `per` and a step before it, as in `2 per 10% over 100%`
    .no-figure = only a target has a figure to count steps of
    .no-figure-label = steps of what?
    .no-figure-help = move it below a target, or give a condition, as in `5 when safety.incident`
E1008 = a score has one form
    .label = two forms
    .help = keep one of them
    .against = points would grow against the condition
    .against-label = the wrong way round
    .against-help = write the value without points first and the one with all points last
    .no-way = both ends of the line are one value
    .no-way-label = no way between them
    .no-way-help = write two different values, or `all-or-nothing`
    .reweight = a target has no parts that could leave their weight
    .reweight-label = not on a target
    .reweight-help = write it in the `score:` of the plan or of the section
E1009 = this is neither a verdict nor about score or grade
    .label = cannot be expected
    .help = expect a verdict, as in `goods.pass_rate met`, or `score >= 80`, `score unknown`, `grade = B`
    .period = a score is one of the whole plan, and has no period
    .period-label = a period
    .period-help = leave the period out, and give the day with `as of`

# what-if: what a change would do
wanted-range = a range of values for an assumption, `name=10%..40%`, `name=III..I` or `name=no..yes`
what-if-set = values that are set
what-if-turned = verdicts that turn
what-if-scores = scores that change
what-if-nothing-turns = no verdict turns
what-if-not-judged = not judged
what-if-missed = what would meet each missed target
what-if-none-missed = no target is missed
what-if-also-turns = this also turns { $turned }
what-if-no-own-value = rests on no value of its own
what-if-out-of-reach = no value of it alone meets the target
what-if-not-varied = its kind of value is not searched
what-if-exactly = exactly { $value }
what-if-at-least = at least { $value }
what-if-at-most = at most { $value }
what-if-no-earlier-than = no earlier than { $value }
what-if-no-later-than = no later than { $value }
what-if-more-than = more than { $value }
what-if-less-than = less than { $value }
what-if-about-above = ≈{ $value } or more
what-if-about-below = ≈{ $value } or less
what-if-at-least-passes = at least { $passes } passes of { $total }
what-if-at-most-passes = at most { $passes } passes of { $total }
what-if-next = { $value } as it is written
what-if-more-passes = { $count } more to pass
what-if-fewer-passes = { $count } fewer to pass
what-if-stretch = { $name } { $from } { $to }
what-if-stretch-at = { $name } at { $value }
what-if-from = from { $value }
what-if-above = above { $value }
what-if-up-to = up to and including { $value }
what-if-below = below { $value }

# diff: what a new version of a plan changes
diff-change-added = added
diff-change-removed = removed
diff-change-renamed = renamed
diff-change-tightened = tightened
diff-change-loosened = loosened
diff-change-reinterpreted = reinterpreted
diff-change-undecided = not decided
diff-change-deadline = deadline
diff-change-weight = weight
diff-change-owner = owner
diff-change-clause = clause
diff-change-equivalent = equivalent
diff-change-editorial = editorial
diff-part-target = target
diff-part-condition = condition
diff-part-when = when
diff-part-judge = judge
diff-part-confidence = confidence
diff-part-if_none = if none
diff-part-records = records
diff-part-warn = warn
diff-part-by = by
diff-part-each = each
diff-part-milestone = milestone
diff-part-track = track
diff-part-weight = weight
diff-part-score = score
diff-part-veto = veto
diff-part-bonus = bonus and penalty
diff-part-owner = owner
diff-part-with = with
diff-part-cite = clause
diff-part-title = title
diff-part-section = section
diff-declaration-added = added
diff-declaration-removed = removed
diff-declaration-renamed = renamed
diff-declaration-changed = changed
diff-declaration-editorial = editorial
diff-kind-plan = plan
diff-kind-section = section
diff-kind-assumption = assumption
diff-kind-metric = metric
diff-kind-unit = unit
diff-kind-table = table
diff-kind-organisation = organisation
diff-kind-unmeasured = unmeasured
diff-declared-whole = the whole
diff-declared-value = value
diff-declared-type = type
diff-declared-range = range
diff-declared-records = records
diff-declared-columns = columns
diff-declared-period = period
diff-declared-grade = grades
diff-declared-weight = weight
diff-declared-bonus = bonus and penalty
diff-declared-missing = missing points
diff-declared-text = wording
diff-declared = { $kind } { $name }
diff-unchanged = unchanged
diff-count = { $count } { $change }
diff-none = none
diff-of = { $name } of { $place }
diff-old = old
diff-new = new
diff-change = change
diff-shown = shown by
diff-causes = because of
diff-reason = why
diff-rests = targets that rest on it
diff-declarations = declarations
diff-editorial-only = written otherwise, judged the same
diff-background = background
diff-years-back = { $count } years before
diff-one-year-back = 1 year before
diff-halves-back = { $count } halves before
diff-one-half-back = 1 half before
diff-quarters-back = { $count } quarters before
diff-one-quarter-back = 1 quarter before
diff-months-back = { $count } months before
diff-one-month-back = 1 month before
diff-days-back = { $count } days before
diff-one-day-back = 1 day before
diff-each-year = every year
diff-each-half = every half
diff-each-quarter = every quarter
diff-each-month = every month
diff-each-day = every day
diff-judge-exact = exact
diff-confidence-clopper-pearson = { $level }
diff-confidence-wilson = { $level } wilson
diff-score-plain = as far as it is met
diff-missing-reweights = missing parts leave their weight to the others
diff-missing-counts = missing parts count with their weight
diff-open-not-linear = it hangs on products of metrics, trends or other values that proofs do not look into
diff-open-too-large = it has too many parts for a proof
diff-open-unconfirmed = the values that a proof gives are judged otherwise by the engine
diff-open-sample = no sample was found that tells the versions apart
diff-open-records = records are counted otherwise, and no value of a metric tells what that does
wanted-two-versions = two versions, of which only one comes from standard input
diff-faults-old = faults in the old version, { $path }
diff-faults-new = faults in the new version, { $path }

sarif-message = { $message }; { $help }

## The HTML page

html-skip = go to the report
html-chart = chart
html-open = what is open
html-short = margin or reason
html-key-good = on the good side
html-key-short = on the bad side
html-key-base = base
html-worst = what stands worst
html-worst-targets = targets that most miss
html-worst-entities = who misses most
html-missed-of = { $missed } of { $total } missed
html-to-do = what to see to
html-map = map of the sections
html-map-tiles = one square for each target; each leads to what stands behind it
html-map-grid = how many of the targets that are due and apply are met, by section
html-map-all = all sections
html-targets = all targets
html-filter-text = search
html-filter-all = all
html-open-all = open all
html-close-all = close all
html-found = # of # targets shown
html-detail = target by target
html-detail-note = open a target to see its rule, its clause, the values it rests on and where they were read
html-evidence = values it rests on
html-metric = metric
html-place = place and period
html-exact = exactly
html-count = counts
html-ways = what it would take
html-by-entity = results one by one
html-not-listed = results that are met or do not apply are counted and not listed: { $count }; the spreadsheet, CSV and JSON list them
html-trend-goal = { $values }; to reach { $goal }
html-made-by = made by dabiao
html-lead-fine = all { $total } targets are met, not due or do not apply
html-lead-missed = { $missed } of { $total } targets missed
html-lead-open = { $missed } of { $total } targets missed, { $open } not decided
html-lead-all-fine = all { $total } results of { $targets } targets are met, not due or do not apply
html-lead-all-missed = { $missed } of { $total } results missed, of { $targets } targets
html-lead-all-open = { $missed } of { $total } results missed and { $open } not decided, of { $targets } targets

## Explanations

explain-when = applies where
explain-warn = at risk where
explain-metric = { $metric } is
explain-holds = holds
explain-fails = does not hold
explain-unknown = not known
explain-missing = missing
explain-error = error

## Comparisons of reports

moved-newly-missed = newly missed
moved-newly-met = newly met
moved-verdict = another verdict
moved-worse = less margin
moved-better = more margin
moved-observed = another value
moved-appeared = not judged before
moved-disappeared = no longer judged
moved-heading = compared with the report as of { $date }
moved-dates = from { $old } to { $new }
moved-label = change
moved-before = before
moved-after = now
moved-by = margin moved by
moved-other-rules = the two reports were made by different rules, and `dabiao diff` tells what these change
moved-rule = the rule reads otherwise
moved-none = nothing has moved
moved-more = and { $count } more, which the JSON and the Markdown of the comparison list

## Editors

ide-insert = insert `{ $new }`
ide-delete = delete `{ $old }`
ide-replace = replace `{ $old }` by `{ $new }`
ide-rename-no-name = `{ $name }` cannot be a name: names have no quotes, no `#` and no line break
ide-rename-taken = `{ $name }` is taken, or the rules would no longer mean the same; choose another name
ide-rename-nothing = no name stands here; place the cursor on one
ide-rename-shipped = `{ $name }` is declared in a file that comes with dabiao; declare one of your own to call it otherwise
ide-not-declared = no rule declares it; its type follows from how it is used
ide-no-data = `dabiao.toml` names no data; write `data = ["metrics.csv"]` in it
ide-run-test = run this test
ide-run-tests = run all tests ({ $count })
ide-evaluate = judge the data
ide-label-type = type
ide-label-range = range
ide-label-symbol = symbol
ide-label-base = in base units
ide-label-last = last value
ide-label-targets = targets

## Workbooks to fill in

template-written = { $count ->
    [0] no value is missing: `{ $file }` has no row to fill in
    [one] `{ $file }` asks for 1 value
   *[other] `{ $file }` asks for { $count } values
}
template-values = values
template-guide = how to fill in
template-values-only = fill in the column `value`, and nothing else is needed; rows may be deleted, copied and sorted
template-percents = a share is typed as a percent, 92.4%; in a cell of another format, 92.4 stands for 92.4 % too, and 0.924 for 0.924 %
template-counts = where a share was counted, both counts are the better answer: type them as a text, 437/500
template-choices = a cell with a list takes one of its words
template-missing = what is not known stays empty; it then counts as missing, and never as zero
template-source = the column `source` is for where the value comes from, so that a verdict can be traced to it
