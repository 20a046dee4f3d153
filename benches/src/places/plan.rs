//! The conditions of `rules/quality-2011`, in the order of its files, as a program would have them.

/// How a metric's values are written in whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Tenths of a percent.
    Percent,
    /// Things.
    Count,
    /// Thousandths of the metric's own unit.
    Measure,
    /// 1 is yes.
    YesNo,
    /// Places on the scale of surface water, from the worst.
    Water,
    /// Places on the scale of air, from the worst.
    Air,
}

/// One part of a condition; metrics are paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// `metric >= line`
    AtLeast(&'static str, Kind, i64),
    /// `metric = line`
    Is(&'static str, Kind, i64),
    /// `metric > line`
    Above(&'static str, Kind, i64),
    /// `left >= right`
    NotBelow(&'static str, &'static str, Kind),
    /// `left <= right`
    NotAbove(&'static str, &'static str, Kind),
    /// `metric < metric of province`
    BelowProvince(&'static str, Kind),
    /// `metric falls by at least 20% since year`, the year as its place among the data's.
    FallsByAFifth(&'static str, Kind, usize),
    /// `metric falls every year`
    FallsEveryYear(&'static str, Kind),
}

/// All parts have to hold, where the target applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) when: Option<Part>,
    pub(crate) parts: Vec<Part>,
}

fn all(parts: &[Part]) -> Target {
    Target { when: None, parts: parts.to_vec() }
}

fn percent(metric: &'static str, tenths: i64) -> Target {
    all(&[Part::AtLeast(metric, Kind::Percent, tenths)])
}

fn hundred(metric: &'static str) -> Target {
    all(&[Part::Is(metric, Kind::Percent, 1_000)])
}

fn count(metric: &'static str, least: i64) -> Target {
    all(&[Part::AtLeast(metric, Kind::Count, least)])
}

const fn none(metric: &'static str) -> Part {
    Part::Is(metric, Kind::Count, 0)
}

const fn is(metric: &'static str) -> Part {
    Part::Is(metric, Kind::YesNo, 1)
}

fn yes(metric: &'static str) -> Target {
    all(&[is(metric)])
}

/// The 68 targets; the 69th row of the plan is not measured.
pub(crate) fn targets() -> Vec<Target> {
    let mut targets = management();
    targets.extend(service_and_construction());
    targets.extend(environment_and_safety());
    targets.extend(organisation_and_duties());
    targets
}

fn management() -> Vec<Target> {
    let unified = Target {
        when: Some(Part::Above("metrology.new_markets", Kind::Count, 0)),
        ..hundred("metrology.market_instruments_unified_rate")
    };
    vec![
        percent("standards.international_adoption_rate", 500),
        percent("standards.coverage_rate", 960),
        all(&[is("standards.filing_network"), is("standards.dynamic_management")]),
        hundred("metrology.assurance_system_rate"),
        hundred("metrology.equipped_rate"),
        all(&[Part::FallsByAFifth("energy.per_gdp", Kind::Measure, 0)]),
        count("metrology.confirmed_enterprises", 10),
        percent("metrology.verification_rate", 980),
        unified,
        hundred("quality.leading_products_at_advanced_level_rate"),
        percent("licensing.industrial_rate", 950),
        percent("licensing.food_rate", 980),
        hundred("certification.compulsory_rate"),
        yes("quality.supervision_files"),
        percent("market_sampling.pass_rate", 900),
        percent("food_sampling.pass_rate", 950),
        percent("key_product_sampling.pass_rate", 950),
        hundred("rectification.rate"),
        all(&[none("special_equipment.major_accidents")]),
        all(&[Part::BelowProvince("special_equipment.accident_rate", Kind::Measure)]),
        count("brands.famous_products", 5),
        all(&[
            Part::AtLeast("brands.model_markets", Kind::Count, 3),
            Part::AtLeast("brands.trusted_markets", Kind::Count, 3),
        ]),
        hundred("enforcement.key_problems_rectified_rate"),
        yes("enforcement.counterfeiting_curbed"),
        all(&[Part::FallsByAFifth("complaints.quality", Kind::Count, 5)]),
        all(&[none("quality.major_accidents"), none("quality.major_offences")]),
    ]
}

fn service_and_construction() -> Vec<Target> {
    vec![
        percent("service.satisfaction_rate", 900),
        percent("service.qms_certified_rate", 100),
        count("service.model_windows", 5),
        hundred("government.iso9000_rate"),
        hundred("construction.completed_to_standard_rate"),
        hundred("construction.key_first_acceptance_rate"),
        hundred("construction.acceptance_rate"),
        percent("construction.key_excellent_rate", 800),
        percent("construction.general_excellent_rate", 500),
        all(&[Part::FallsEveryYear("housing.complaint_rate", Kind::Percent)]),
        hundred("construction.materials_compliance_rate"),
        yes("construction.supervision_applied"),
        yes("construction.qms_promoted"),
    ]
}

fn environment_and_safety() -> Vec<Target> {
    let not_below = |left, right, kind| all(&[Part::NotBelow(left, right, kind)]);
    vec![
        percent("environment.discharge_compliance_rate", 950),
        percent("environment.drinking_water_rate", 990),
        not_below("environment.air_grade", "environment.air_zone_grade", Kind::Air),
        all(&[Part::NotAbove("environment.noise_level", "environment.noise_zone_limit", Kind::Measure)]),
        not_below("environment.surface_water_class", "environment.surface_water_zone_class", Kind::Water),
        yes("environment.ems_promoted"),
        yes("environment.model_city_works"),
        all(&[none("safety.catastrophic_accidents"), none("safety.major_accidents")]),
        all(&[is("safety.supervision_system"), is("safety.emergency_mechanism")]),
    ]
}

fn organisation_and_duties() -> Vec<Target> {
    vec![
        yes("organisation.leading_group"),
        all(&[is("organisation.office"), Part::Is("organisation.liaison_rate", Kind::Percent, 1_000)]),
        hundred("organisation.member_groups_rate"),
        count("organisation.meetings", 4),
        yes("duties.quality_supervision"),
        yes("duties.industry_and_commerce"),
        yes("duties.light_industry_and_trade"),
        yes("duties.price"),
        yes("duties.construction"),
        yes("duties.health"),
        yes("duties.environment"),
        yes("duties.science"),
        all(&[Part::Is("duties.villages_covered", Kind::Count, 13)]),
        yes("duties.work_safety"),
        yes("duties.planning"),
        all(&[is("finance.award_fund"), is("finance.sampling_fund"), is("finance.publicity_fund")]),
        yes("duties.police_and_justice"),
        yes("duties.street_offices"),
        yes("duties.publicity"),
        yes("duties.associations"),
    ]
}
