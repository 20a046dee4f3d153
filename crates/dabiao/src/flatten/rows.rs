//! Structs, maps and lists as rows of dotted paths.

use dabiao_model::Wording;
use serde::ser::{
    Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct,
    Serializer,
};

use super::Fault;
use super::leaf::Leaf;

/// One row: paths with their texts.
pub(super) type Row = Vec<(String, String)>;

/// Collects rows while a value is serialised.
#[derive(Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    current: Row,
    path: Vec<String>,
    in_list: bool,
}

impl Rows {
    /// The rows of a list, or the one row of a single value.
    pub(super) fn finished(mut self) -> Vec<Row> {
        if !self.current.is_empty() {
            self.rows.push(self.current);
        }
        self.rows
    }

    fn keep(&mut self, text: String) {
        self.current.push((self.path.join("."), text));
    }

    fn leaf<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        let path = self.path.join(".");
        let text = value.serialize(Leaf { path: &path })?;
        if self.path.is_empty() {
            return Err(Fault::new("value", &text, Wording::word("given-named-metrics")));
        }
        self.keep(text);
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<(), Fault> {
        self.path.push(key);
        let result = value.serialize(&mut *self);
        self.path.pop();
        result
    }

    fn parts(&self) -> Fault {
        Fault::new(&self.path.join("."), "…", Wording::word("given-parts"))
    }
}

/// Two values in a row stand for passes and total; a list at the top is a list of rows.
pub(super) struct Parts<'r> {
    rows: &'r mut Rows,
    texts: Vec<String>,
    is_list: bool,
    key: Option<String>,
}

impl Parts<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        if self.is_list {
            value.serialize(&mut *self.rows)?;
            let row = std::mem::take(&mut self.rows.current);
            self.rows.rows.push(row);
            return Ok(());
        }
        let path = self.rows.path.join(".");
        self.texts.push(value.serialize(Leaf { path: &path })?);
        Ok(())
    }

    fn finish(self) -> Result<(), Fault> {
        if self.is_list {
            self.rows.in_list = false;
            return Ok(());
        }
        match self.texts.as_slice() {
            [passes, total] => {
                let counts = format!("{passes}/{total}");
                self.rows.keep(counts);
                Ok(())
            }
            _ => Err(self.rows.parts()),
        }
    }
}

macro_rules! leaves {
    ($($method:ident: $ty:ty)+) => {$(
        fn $method(self, value: $ty) -> Result<(), Fault> {
            self.leaf(&value)
        }
    )+};
}

impl<'r> Serializer for &'r mut Rows {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Parts<'r>;
    type SerializeTuple = Parts<'r>;
    type SerializeTupleStruct = Parts<'r>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeMap = Parts<'r>;
    type SerializeStruct = Parts<'r>;
    type SerializeStructVariant = Impossible<(), Fault>;

    leaves! {
        serialize_bool: bool
        serialize_i8: i8
        serialize_i16: i16
        serialize_i32: i32
        serialize_i64: i64
        serialize_i128: i128
        serialize_u8: u8
        serialize_u16: u16
        serialize_u32: u32
        serialize_u64: u64
        serialize_u128: u128
        serialize_f32: f32
        serialize_f64: f64
        serialize_char: char
        serialize_str: &str
    }

    fn serialize_none(self) -> Result<(), Fault> {
        self.leaf(&())
    }

    fn serialize_unit(self) -> Result<(), Fault> {
        self.leaf(&())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Fault> {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Fault> {
        self.leaf(variant)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Fault> {
        Err(self.parts())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Fault> {
        Err(self.parts())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Fault> {
        Err(self.parts())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'r>, Fault> {
        let is_list = self.path.is_empty() && !self.in_list;
        self.in_list |= is_list;
        Ok(Parts { rows: self, texts: Vec::new(), is_list, key: None })
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'r>, Fault> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'r>, Fault> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Fault> {
        Err(self.parts())
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'r>, Fault> {
        Ok(Parts { rows: self, texts: Vec::new(), is_list: false, key: None })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'r>, Fault> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Fault> {
        Err(self.parts())
    }
}

macro_rules! elements {
    ($($name:ident $method:ident)+) => {$(
        impl $name for Parts<'_> {
            type Ok = ();
            type Error = Fault;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
                self.element(value)
            }

            fn end(self) -> Result<(), Fault> {
                self.finish()
            }
        }
    )+};
}

elements! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
}

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Fault> {
        let path = self.rows.path.join(".");
        self.key = Some(key.serialize(Leaf { path: &path })?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        let key = self.key.take().unwrap_or_default();
        self.rows.field(key, value)
    }

    fn end(self) -> Result<(), Fault> {
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Fault;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Fault> {
        self.rows.field(key.to_string(), value)
    }

    fn end(self) -> Result<(), Fault> {
        Ok(())
    }
}
