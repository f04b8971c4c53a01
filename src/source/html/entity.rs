//! Character references (`&nbsp;`, `&#151;`) as characters.

use crate::{phrase::cut, source::text::WINDOWS_1252};

/// The names that filings use; the full list of 2,231 would weigh more than the rest of the reader.
const NAMES: &str = "nbsp=\u{A0}|amp=&|lt=<|gt=>|quot=\"|apos='|mdash=—|ndash=–|minus=−|lsquo=‘|rsquo=’|sbquo=‚|ldquo=“|\
    rdquo=”|bdquo=„|bull=•|middot=·|hellip=…|copy=©|reg=®|trade=™|cent=¢|pound=£|euro=€|yen=¥|sect=§|para=¶|dagger=†|\
    Dagger=‡|frac12=½|frac14=¼|frac34=¾|frac13=⅓|frac18=⅛|frac38=⅜|frac58=⅝|frac78=⅞|times=×|divide=÷|plusmn=±|deg=°|\
    sup1=¹|sup2=²|sup3=³|ordm=º|ordf=ª|ensp=\u{A0}|emsp=\u{A0}|thinsp=\u{A0}|shy=\u{AD}|zwnj=\u{AD}|zwj=\u{AD}|laquo=«|\
    raquo=»|aacute=á|agrave=à|acirc=â|auml=ä|aring=å|aelig=æ|ccedil=ç|eacute=é|egrave=è|ecirc=ê|euml=ë|iacute=í|\
    icirc=î|iuml=ï|ntilde=ñ|oacute=ó|ocirc=ô|ouml=ö|oslash=ø|szlig=ß|uacute=ú|ucirc=û|uuml=ü|Auml=Ä|Eacute=É|Ouml=Ö|\
    Uuml=Ü|Aring=Å|oelig=œ|scaron=š|check=✓|square=□|lowbar=_|dollar=$|percnt=%|lpar=(|rpar=)|hyphen=-|horbar=―";

/// Reads the reference that a text begins with: its character and its length in bytes.
pub fn read(text: &str) -> Option<(char, usize)> {
    let inner = cut(text, 1, text.len());
    let letters = inner.bytes().take(12).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let name = cut(inner, 0, letters);
    let length = 1 + letters + usize::from(inner.as_bytes().get(letters) == Some(&b';'));
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // As browsers read them: 128 to 159 are meant as Windows-1252.
        let c = match code {
            0x80..=0x9F => WINDOWS_1252[code as usize - 0x80],
            _ => char::from_u32(code)?,
        };
        return Some((c, length));
    }
    let named = NAMES.split('|').find_map(|n| n.strip_prefix(name)?.strip_prefix('='))?;
    Some((named.chars().next()?, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        assert_eq!(read("&nbsp;x"), Some(('\u{A0}', 6)));
        assert_eq!(read("&#151;5"), Some(('—', 6)));
        assert_eq!(read("&#x2014;"), Some(('—', 8)));
        assert_eq!(read("&amp"), Some(('&', 4)));
        assert_eq!(
            (read("&T Inc."), read("& x"), read("&#;"), read("&"), read("&#99999999;")),
            (None, None, None, None, None)
        );
    }
}
