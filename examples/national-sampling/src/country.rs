//! Provinces and counties, some of them much larger than others.

use fastrand::Rng;

/// The provinces with how many counties each is given.
const PROVINCES: [(&str, u16); 31] = [
    ("北京市", 16),
    ("天津市", 16),
    ("河北省", 167),
    ("山西省", 117),
    ("内蒙古自治区", 103),
    ("辽宁省", 100),
    ("吉林省", 60),
    ("黑龙江省", 121),
    ("上海市", 16),
    ("江苏省", 95),
    ("浙江省", 90),
    ("安徽省", 104),
    ("福建省", 84),
    ("江西省", 100),
    ("山东省", 136),
    ("河南省", 157),
    ("湖北省", 103),
    ("湖南省", 122),
    ("广东省", 122),
    ("广西壮族自治区", 111),
    ("海南省", 25),
    ("重庆市", 38),
    ("四川省", 183),
    ("贵州省", 88),
    ("云南省", 129),
    ("西藏自治区", 74),
    ("陕西省", 107),
    ("甘肃省", 86),
    ("青海省", 44),
    ("宁夏回族自治区", 22),
    ("新疆维吾尔自治区", 72),
];

/// Places among which a county is drawn.
const DRAWN: usize = 1 << 16;

/// A country.
pub(crate) struct Country {
    counties: Vec<String>,
    /// The province of each county.
    provinces: Vec<&'static str>,
    /// Counties, each as often as its size says.
    drawn: Vec<u16>,
}

impl Country {
    pub(crate) fn new(seed: u64) -> Country {
        let mut counties = Vec::new();
        let mut provinces = Vec::new();
        for (province, count) in PROVINCES {
            for number in 1..=count {
                counties.push(format!("{province}{number:03}县"));
                provinces.push(province);
            }
        }
        // The size of the county of rank r is 1/r of the largest, and ranks are shuffled over the country.
        let mut ranks: Vec<u64> = (1..).take(counties.len()).collect();
        Rng::with_seed(seed).shuffle(&mut ranks);
        let sizes: Vec<u64> = ranks
            .iter()
            .map(|rank| 1_000_000_u64.checked_div(rank.saturating_add(20)).unwrap_or(1))
            .collect();
        let whole: u64 = sizes.iter().sum();
        let mut drawn = Vec::with_capacity(DRAWN);
        for (county, size) in sizes.iter().enumerate() {
            let places = u64::try_from(DRAWN)
                .unwrap_or(0)
                .saturating_mul(*size)
                .checked_div(whole)
                .unwrap_or(0)
                .max(1);
            let county = u16::try_from(county).unwrap_or(0);
            drawn.extend(std::iter::repeat_n(county, usize::try_from(places).unwrap_or(1)));
        }
        Country { counties, provinces, drawn }
    }

    /// A county, drawn by size.
    pub(crate) fn draw(&self, rng: &mut Rng) -> u16 {
        self.drawn.get(rng.usize(..self.drawn.len())).copied().unwrap_or(0)
    }

    /// A county's name.
    pub(crate) fn county(&self, index: u16) -> &str {
        self.counties.get(usize::from(index)).map_or("", String::as_str)
    }

    /// The tree of entities as a data file.
    pub(crate) fn entities(&self) -> String {
        let mut text = String::from("entity,parent,level\n");
        text.push_str("全国,,country\n");
        for (province, _) in PROVINCES {
            text.push_str(&format!("{province},全国,province\n"));
        }
        for (county, province) in self.counties.iter().zip(&self.provinces) {
            text.push_str(&format!("{county},{province},county\n"));
        }
        text
    }
}
