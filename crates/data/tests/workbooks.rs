//! Workbooks as officials make them, with what is read from them.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

mod shown;

use dabiao_data::{Format, Limits, read_bytes, read_sheet_bytes};
use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Formula, Workbook, Worksheet};

use shown::shown;

/// A sheet's name, and what fills it.
type Sheet<'s> = (&'s str, &'s dyn Fn(&mut Worksheet));

/// The bytes of a workbook with these sheets.
fn book(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, fill) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        fill(sheet);
    }
    book.save_to_buffer().unwrap()
}

fn rows(sheet: &mut Worksheet, top: u32, rows: &[&[&str]]) {
    for (row, texts) in (top..).zip(rows) {
        for (column, text) in (0..).zip(*texts) {
            sheet.write(row, column, *text).unwrap();
        }
    }
}

fn formatted(sheet: &mut Worksheet, row: u32, column: u16, number: f64, format: &str) {
    sheet.write_with_format(row, column, number, &CellFormat::new().set_num_format(format)).unwrap();
}

fn check(name: &str, bytes: &[u8]) -> String {
    let loaded = read_bytes(name, bytes, Format::of_path(name).unwrap(), &Limits::default());
    shown(&loaded)
}

#[test]
fn cells_read_as_the_sheet_shows_them() {
    let bytes = book(&[("指标", &|sheet| {
        sheet.merge_range(0, 0, 0, 4, "2011年质量目标完成情况", &CellFormat::new()).unwrap();
        rows(sheet, 1, &[&["填报单位：河畔区", "", "2012年1月"]]);
        rows(sheet, 2, &[&["指标", "地区", "期间", "数值", "备注"]]);
        for (row, metric) in (3..).zip([
            "抽检合格率",
            "小数",
            "企业数",
            "日期",
            "是否",
            "公式",
            "文本",
            "大数",
            "计算",
            "空白",
        ]) {
            sheet.write(row, 0, metric).unwrap();
        }
        sheet.merge_range(3, 1, 12, 1, "河畔区", &CellFormat::new()).unwrap();
        let month = CellFormat::new().set_num_format("yyyy\"年\"m\"月\"");
        let day = CellFormat::new().set_num_format("yyyy/m/d");
        let date = |y, m, d| ExcelDateTime::from_ymd(y, m, d).unwrap();
        sheet.write_with_format(3, 2, date(2011, 5, 1), &month).unwrap();
        sheet.write(4, 2, 2011).unwrap();
        sheet.write_with_format(5, 2, date(2011, 12, 31), &day).unwrap();
        formatted(sheet, 3, 3, 0.924, "0.0%");
        formatted(sheet, 4, 3, 0.924, "0.00");
        formatted(sheet, 5, 3, 12.0, "0\"家\"");
        sheet.write_with_format(6, 3, date(2011, 12, 31), &day).unwrap();
        sheet.write(7, 3, true).unwrap();
        sheet.write(8, 3, Formula::new("0.1+0.2").set_result("0.30000000000000004")).unwrap();
        sheet.write(9, 3, " 437/500 ").unwrap();
        formatted(sheet, 10, 3, 123_456_789.12, "#,##0.00");
        formatted(sheet, 11, 3, 0.1 + 0.2, "0%");
        sheet.write(12, 4, "尚未填报").unwrap();
    })]);
    insta::assert_snapshot!(check("metrics.xlsx", &bytes));
}

#[test]
fn every_sheet_that_people_see_is_read() {
    let bytes = book(&[
        ("说明", &|sheet| rows(sheet, 0, &[&["请填写下列各表"], &["每行一个指标"]])),
        ("地区", &|sheet| {
            rows(sheet, 0, &[&["地区", "上级", "层级"], &["河畔区", "东部省", "区"], &["东部省", "", "省"]])
        }),
        ("第一季度", &|sheet| {
            rows(sheet, 0, &[&["地区", "期间", "a.rate"], &["河畔区", "2011-Q1", "90%"]])
        }),
        ("hidden", &|sheet| {
            sheet.set_hidden(true);
            rows(sheet, 0, &[&["地区", "a.rate"], &["河畔区", "1%"]]);
        }),
    ]);
    insta::assert_snapshot!("all_sheets", check("d/metrics.xlsx", &bytes));
    insta::assert_snapshot!("one_sheet", check("d/metrics.xlsx#hidden", &bytes));
    insta::assert_snapshot!("no_such_sheet", check("d/metrics.xlsx#二季度", &bytes));
}

#[test]
fn every_fault_of_a_sheet_has_its_place() {
    let bytes = book(&[("指标", &|sheet| {
        rows(sheet, 0, &[&["地区", "期间", "a.rate", "", "b.rate"], &["河畔区", "2011", "90%", "stray"]]);
        rows(sheet, 2, &[&["山前区", "2011", "", "", "1"], &["临江区", "2011-Q5", "80%"]]);
        sheet.write(4, 0, "古城区").unwrap();
        sheet.write(4, 4, Formula::new("1/0").set_result("#DIV/0!")).unwrap();
        sheet.write(5, 0, "新港区").unwrap();
        sheet.merge_range(5, 2, 5, 4, "70%", &CellFormat::new()).unwrap();
    })]);
    insta::assert_snapshot!(check("metrics.xlsx", &bytes));
}

#[test]
fn what_is_no_workbook_is_told() {
    let empty = book(&[("Sheet1", &|_| {})]);
    let mut cut = empty.clone();
    cut.truncate(empty.len() / 2);
    insta::assert_snapshot!("no_table", check("a.xlsx", &empty));
    insta::assert_snapshot!("no_archive", check("a.xlsx", b"metric,value\na,1\n"));
    insta::assert_snapshot!("cut_off", check("a.xlsx", &cut));
    let many = book(&[("Sheet1", &|sheet| rows(sheet, 0, &[["metric"; 2].as_slice(); 500]))]);
    let faults = |bytes: &[u8], limits: &Limits| {
        let loaded = read_bytes("a.xlsx", bytes, Format::Xlsx, limits);
        loaded.faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    // Its parts are larger than the file: what is unpacked counts.
    let size = u64::try_from(many.len()).unwrap();
    let fault = format!("a.xlsx: E0711: the file has more than {size} bytes, and is not read");
    assert_eq!(faults(&many, &Limits { bytes: size, ..Limits::default() }), [fault]);
    let few = Limits { values: 10, ..Limits::default() };
    assert_eq!(
        faults(&many, &few),
        ["a.xlsx:6: E0711: the file has more than 10 values, and what follows is not read"]
    );
}

#[test]
fn records_are_one_sheet() {
    let bytes = book(&[
        ("抽检", &|sheet| {
            rows(sheet, 0, &[&["抽检记录"], &["entity", "outcome", "lead"], &["河畔区", "合格", ""]]);
            formatted(sheet, 2, 2, 0.05, "0.00\"毫克\"");
        }),
        ("复检", &|sheet| rows(sheet, 0, &[&["entity", "outcome"], &["河畔区", "不合格"]])),
    ]);
    let read = |name: &str| read_sheet_bytes(name, &bytes, Format::Xlsx, &Limits::default());
    let sheet = read("samples.xlsx#抽检").unwrap();
    assert_eq!(sheet.source, "samples.xlsx#抽检");
    assert_eq!((sheet.rows[0].line, sheet.rows[0].cells.join("|")), (3, "河畔区|合格|0.05毫克".to_string()));
    let faults = read("samples.xlsx").unwrap_err();
    assert_eq!(
        faults[0].to_string(),
        "samples.xlsx: E0708: several sheets of the workbook hold a table: `samples.xlsx#抽检`, `samples.xlsx#复检`"
    );
}
