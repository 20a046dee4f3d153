//! The registry of diagnostic codes.

use std::fmt;

use crate::Language;

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The rules work, and something about them deserves a look.
    Warning,
    /// The rules, the data or the call cannot be used as they are.
    Error,
}

macro_rules! codes {
    ($($code:literal $name:ident $doc:literal,)+) => {
        /// The stable code of a diagnostic. A code is never given a second meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = concat!("`", $code, "`: ", $doc)] $name,)+ }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// The code as it is shown, for example `E0201`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)+ }
            }

            /// The page that explains the code to people, in Markdown: what it means and what to do, with a wrong
            /// and a right example in the words of the language.
            ///
            /// ```
            /// use dabiao_model::{Code, Language};
            /// let page = Code::UnknownName.page(Language::English);
            /// assert!(page.starts_with("# E0201: ") && page.contains("## Wrong") && page.contains("## Right"));
            /// assert!(Code::UnknownName.page(Language::Chinese).starts_with("# E0201：方案中没有这个名称"));
            /// ```
            #[must_use]
            pub fn page(self, language: Language) -> &'static str {
                match language {
                    Language::English => match self {
                        $(Code::$name => include_str!(concat!("../codes/en/", $code, ".md")),)+
                    },
                    Language::Chinese => match self {
                        $(Code::$name => include_str!(concat!("../codes/zh/", $code, ".md")),)+
                    },
                }
            }
        }
    };
}

// E01 text and shape · E02 names · E03 types and units · E04 limits · E05 formatting · W06 warnings · E07 data · E08 the call · E09 tests · E10 scores
codes! {
    "E0101" NotUtf8 "the file is not UTF-8 text",
    "E0102" UnexpectedText "something else was expected here",
    "E0103" UnknownItem "a line that begins no known item",
    "E0104" UnknownField "a field that the language does not have",
    "E0105" UnclosedText "a quote that is never closed",
    "E0106" UnclosedBracket "a bracket that is never closed, or closed but never opened",
    "E0107" TextAfterValue "text left over behind a complete value",
    "E0108" MissingColon "a field's name without its colon",
    "E0109" FieldWithoutItem "a field before the first item",
    "E0110" FieldTwice "a field given twice",
    "E0111" UnreadableNumber "a number that cannot be read",
    "E0112" UnreadableDate "a day or period that does not exist",
    "E0113" UnsupportedSyntax "a version of the language that this program does not know",
    "E0114" HiddenCharacter "an invisible or direction-changing character",
    "E0115" FootnoteMark "a raised or circled digit beside a number",
    "E0116" UnplainName "a name with letters that only look different from plain ones",
    "E0201" UnknownName "a name that nothing in the plan declares",
    "E0202" UnknownOrganisation "an owner that is not declared",
    "E0203" UnknownUnit "a unit that is not declared",
    "E0204" UnknownLevel "a level that the scale does not have",
    "E0205" UnknownType "a type that does not exist",
    "E0206" DuplicateTarget "two targets with one id",
    "E0207" DuplicateName "a name declared twice",
    "E0208" CyclicMetric "a metric that is computed from itself",
    "E0209" FieldNotHere "a field that this item does not take",
    "E0210" UnusableFile "a used file that cannot be read or lies outside the plan's folder",
    "E0211" MissingField "an item without a field that it needs",
    "E0212" SecondPlan "a second `plan` item",
    "E0213" UnknownCode "an `allow` for a code that is not a warning's",
    "E0301" BareNumberForPercent "a bare number where a percent is meant",
    "E0302" TypeMismatch "two kinds of value that cannot be compared or combined",
    "E0303" UnitMismatch "two units that do not measure the same thing",
    "E0304" NotACondition "a value where a condition is needed",
    "E0305" NotANumber "something that is not a number in arithmetic",
    "E0306" PercentOfPercent "a relative change of a percent metric",
    "E0307" NotAMetric "a metric's name is needed here",
    "E0308" ThresholdOutOfRange "a target that can never be met",
    "E0309" NotConstant "a fixed value is needed here",
    "E0310" DivisionByZero "a division by zero in the rules",
    "E0311" RangeReversed "a range whose first end lies behind its last",
    "E0312" NotOrdered "an order asked of values that have none",
    "E0313" NotOfARecord "something that one record cannot answer",
    "E0314" BrokenAggregate "an aggregate that does not fit what it is taken of",
    "E0315" Contradiction "targets that can never be met together",
    "E0402" TooDeep "brackets nested too deeply",
    "E0403" TooLong "an expression with too many parts",
    "E0404" FileTooLarge "a rule file over the size limit",
    "E0405" TooManyItems "a plan over the limit of items",
    "E0502" MeaningChanged "a text that would mean something else once formatted",
    "W0601" DeadlineOutsidePlan "a deadline outside the plan's period",
    "W0602" NoOwner "a target without an owner",
    "W0603" NoClause "a target without a clause",
    "W0604" UndeclaredMetric "a metric whose type was inferred",
    "W0605" UnusedMetric "a metric that no rule uses",
    "W0606" UnusedAssumption "an assumption that no rule uses",
    "W0607" AlwaysMet "a target that can never be missed",
    "W0608" UnusedAllowance "an `allow` without a warning to acknowledge",
    "W0609" Implied "a target that another one implies",
    "W0610" WarningLine "an early warning that never or always comes",
    "W0611" MilestoneOrder "a milestone that does not lead to its target",
    "W0612" BaseNotBefore "a change whose base is not before the time judged",
    "W0613" UnusedName "a unit, scale or organisation that no rule uses",
    "W0620" UnusedTable "a table of records that no rule uses",
    "W0640" MixedScripts "a name whose letters belong to different scripts",
    "E0701" UnreadableValue "a value that its metric's type cannot read",
    "E0702" DuplicateValue "two values for one metric, entity and period",
    "E0703" UnknownMetric "data for a metric that the plan does not have",
    "E0704" ValueOutOfRange "a value outside its metric's range",
    "E0705" UnreadablePeriod "a period in the data that cannot be read",
    "E0706" WrongUnit "a value in a unit that does not measure the metric",
    "E0707" MissingColumn "a data file without the columns it needs",
    "E0708" BrokenFile "a data file that is not well formed",
    "E0709" UnknownFormat "a data file of an unknown kind",
    "E0710" BrokenEntityTree "an entity that is its own ancestor, named twice, or under an unknown parent",
    "E0711" TooMuchData "data over a limit",
    "E0712" OtherTallies "records that were taken together for another question",
    "E0713" FutureRecord "a record dated after the day of the question",
    "E0714" TooManyRefused "more records that cannot be used than the call allows",
    "E0715" BrokenSource "a source of records that does not answer",
    "E0716" InexactQuestion "a question that a database cannot answer exactly",
    "W0717" RefusedRecords "records that cannot be used",
    "E0801" UnknownTarget "a target that the plan does not have",
    "E0802" UnknownEntity "an entity that the data do not have",
    "E0803" UnknownAssumption "an assumption that the plan does not have",
    "E0804" UnreadableArgument "a word of the call that cannot be read",
    "E0805" MissingFile "a file that cannot be read",
    "E0806" UnknownPeriod "a period that the data do not have",
    "E0807" UnknownTable "a table of records that the plan does not have",
    "E0808" BrokenStoredPlan "a stored plan that this program cannot use",
    "E0901" TestFailed "a test of the plan that comes out otherwise",
    "E1001" NothingToScore "a part of a score where nothing has points",
    "E1002" ImpossiblePoints "a weight, a floor or a step that cannot be",
    "E1003" BrokenLadder "rungs that are no ladder",
    "E1004" NoSuchFigure "points that follow from a figure which the condition does not have",
    "E1005" BrokenGrades "grades with a hole or an overlap",
    "E1006" VetoWithoutGrade "a veto where the plan has no grades",
    "E1007" UnclearAdjustment "a bonus or a penalty that does not say when it is given",
    "E1008" UnclearScore "a score that does not say how points come",
    "E1009" NotAnOutcome "an expectation that is neither a verdict nor about score or grade",
}

impl Code {
    /// The code that is written so, in either case.
    ///
    /// ```
    /// use dabiao_model::Code;
    /// assert_eq!(Code::parse("e0201"), Some(Code::UnknownName));
    /// assert_eq!(Code::parse("E9999"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text.trim()))
    }

    /// How grave diagnostics of this code are, told by the code's letter.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('W') { Severity::Warning } else { Severity::Error }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
