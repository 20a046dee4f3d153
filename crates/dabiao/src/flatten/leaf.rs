//! Single values as the texts that a data file would have.

use dabiao_model::{NumberError, Wording};
use serde::ser::{Impossible, Serialize, Serializer};

use super::Fault;

/// Writes one value as text; a value with parts is a fault.
pub(super) struct Leaf<'p> {
    /// The path, for faults.
    pub(super) path: &'p str,
}

macro_rules! as_text {
    ($($method:ident: $ty:ty)+) => {$(
        fn $method(self, value: $ty) -> Result<String, Fault> {
            Ok(value.to_string())
        }
    )+};
}

impl Serializer for Leaf<'_> {
    type Ok = String;
    type Error = Fault;
    type SerializeSeq = Impossible<String, Fault>;
    type SerializeTuple = Impossible<String, Fault>;
    type SerializeTupleStruct = Impossible<String, Fault>;
    type SerializeTupleVariant = Impossible<String, Fault>;
    type SerializeMap = Impossible<String, Fault>;
    type SerializeStruct = Impossible<String, Fault>;
    type SerializeStructVariant = Impossible<String, Fault>;

    as_text! {
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
        serialize_char: char
        serialize_str: &str
    }

    fn serialize_bool(self, value: bool) -> Result<String, Fault> {
        Ok(if value { "yes" } else { "no" }.to_string())
    }

    /// The shortest decimal that reads back as the same float.
    fn serialize_f32(self, value: f32) -> Result<String, Fault> {
        if value.is_finite() {
            Ok(value.to_string())
        } else {
            Err(self.fault(&value.to_string(), NumberError::NotFinite.into()))
        }
    }

    fn serialize_f64(self, value: f64) -> Result<String, Fault> {
        if value.is_finite() {
            Ok(value.to_string())
        } else {
            Err(self.fault(&value.to_string(), NumberError::NotFinite.into()))
        }
    }

    fn serialize_none(self) -> Result<String, Fault> {
        Ok(String::new())
    }

    fn serialize_unit(self) -> Result<String, Fault> {
        Ok(String::new())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, Fault> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<String, Fault> {
        value.serialize(self)
    }

    /// The variant's name, as for the levels of a scale.
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<String, Fault> {
        Ok(variant.to_string())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<String, Fault> {
        Err(self.parts())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<String, Fault> {
        Err(self.parts())
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<String, Fault> {
        Err(self.parts())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Fault> {
        Err(self.parts())
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Fault> {
        Err(self.parts())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Fault> {
        Err(self.parts())
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

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Fault> {
        Err(self.parts())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Fault> {
        Err(self.parts())
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

impl Leaf<'_> {
    fn fault(&self, text: &str, reason: Wording) -> Fault {
        Fault::new(self.path, text, reason)
    }

    fn parts(&self) -> Fault {
        self.fault("…", Wording::word("given-single"))
    }
}
