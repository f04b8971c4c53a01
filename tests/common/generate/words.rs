//! Captions of invented statements.

use super::figures::Source;

pub const COMPANIES: [&str; 8] = [
    "Harrow Lantern Company",
    "BRINDLE & OSK, INC.",
    "Tallow Creek Mills, Inc.",
    "NORTH QUARREL CORPORATION",
    "Vesper Kilns Ltd.",
    "Ottermere Holdings, Inc.",
    "Pennywhistle Systems Corp.",
    "GANNET ROPE AND TWINE CO.",
];

pub const CASH: Source = Source::new("Cash and cash equivalents").always();
pub const CURRENT_ASSETS: [Source; 8] = [
    Source::new("Short-term investments"),
    Source::new("Accounts receivable, net"),
    Source::new("Trade receivables"),
    Source::new("Inventories"),
    Source::new("Deferred income taxes").sized(-1),
    Source::new("Prepaid expenses").sized(-1),
    Source::new("Income taxes receivable").sized(-1),
    Source::new("Other current assets").sized(-1),
];
pub const RECEIVABLES: Source = Source::new("Receivables from customers").always();
pub const ALLOWANCE: Source = Source::new("Less allowance for doubtful accounts").minus().always().sized(-1);
pub const PROPERTY: [Source; 6] = [
    Source::new("Land and land improvements"),
    Source::new("Buildings"),
    Source::new("Machinery and equipment"),
    Source::new("Furniture and fixtures"),
    Source::new("Leasehold improvements"),
    Source::new("Construction in progress"),
];
pub const WORN: Source = Source::new("Less accumulated depreciation").minus().always();
pub const LONG_ASSETS: [Source; 7] = [
    Source::new("Goodwill"),
    Source::new("Other intangible assets, net of accumulated amortization"),
    Source::new("Long-term investments"),
    Source::new("Restricted cash held for the acquisition of equipment and for other purposes").sized(-1),
    Source::new("Deferred financing costs").sized(-1),
    Source::new("Net assets of discontinued operations"),
    Source::new("Deposits"),
];
pub const OTHER_ASSETS: Source = Source::new("Other assets").always();
pub const CURRENT_LIABILITIES: [Source; 8] = [
    Source::new("Notes payable to banks"),
    Source::new("Accounts payable"),
    Source::new("Accrued compensation and related benefits"),
    Source::new("Accrued warranty").sized(-1),
    Source::new("Income taxes payable").sized(-1),
    Source::new("Deferred revenue"),
    Source::new("Current portion of long-term debt"),
    Source::new("Other accrued liabilities"),
];
pub const LONG_LIABILITIES: [Source; 6] = [
    Source::new("Long-term debt, less current portion"),
    Source::new("Deferred income tax liabilities"),
    Source::new("Accrued pension and other postretirement benefit obligations, less amounts due within one year"),
    Source::new("Capital lease obligations"),
    Source::new("Other long-term liabilities"),
    Source::new("Convertible subordinated notes"),
];
pub const EQUITY: [Source; 3] = [
    Source::new("Preferred stock").sized(-1),
    Source::new("Common stock").sized(-1),
    Source::new("Accumulated other comprehensive income (loss)").either().sized(-1),
];
pub const TREASURY: Source = Source::new("Treasury stock, at cost").minus().sized(-1);

pub const REVENUES: [Source; 4] = [
    Source::new("Product").always().sized(1),
    Source::new("Service").always().sized(1),
    Source::new("Licenses and royalties").always(),
    Source::new("Rentals").always(),
];
pub const COSTS: [Source; 4] = [
    Source::new("Cost of products").always(),
    Source::new("Cost of services").always(),
    Source::new("Amortization of purchased technology").always().sized(-1),
    Source::new("Write-down of inventories").always().sized(-1),
];
pub const EXPENSES: [Source; 7] = [
    Source::new("Research and development"),
    Source::new("Sales and marketing"),
    Source::new("General and administrative"),
    Source::new("Depreciation and amortization"),
    Source::new("Restructuring charges").sized(-1),
    Source::new("Amortization of intangible assets").sized(-1),
    Source::new("Settlement of litigation").sized(-1),
];
pub const OTHER_INCOME: [Source; 4] = [
    Source::new("Interest income").sized(-1),
    Source::new("Interest expense").minus().sized(-1),
    Source::new("Other income (expense), net").either().sized(-1),
    Source::new("Gain (loss) on sale of investments").either().sized(-1),
];
pub const TAX: Source = Source::new("Provision for income taxes").always().sized(-1);

pub const ADJUSTMENTS: [Source; 6] = [
    Source::new("Depreciation and amortization"),
    Source::new("Deferred income taxes|flow").either().sized(-1),
    Source::new("Stock-based compensation").sized(-1),
    Source::new("Loss (gain) on disposal of property").either().sized(-1),
    Source::new("Provision for losses on accounts receivable and for obsolete inventories").sized(-1),
    Source::new("Equity in loss of affiliates").sized(-1),
];
pub const CHANGES: [Source; 6] = [
    Source::new("Accounts receivable|change").either().sized(-1),
    Source::new("Inventories|change").either().sized(-1),
    Source::new("Prepaid expenses and other").either().sized(-1),
    Source::new("Accounts payable|change").either().sized(-1),
    Source::new("Accrued liabilities").either().sized(-1),
    Source::new("Deferred revenue|change").either().sized(-1),
];
pub const INVESTING: [Source; 5] = [
    Source::new("Purchases of property and equipment").minus().always(),
    Source::new("Purchases of investments").minus(),
    Source::new("Proceeds from sales and maturities of investments"),
    Source::new("Acquisition of businesses, net of cash acquired").minus(),
    Source::new("Proceeds from disposal of property").sized(-1),
];
pub const FINANCING: [Source; 5] = [
    Source::new("Proceeds from issuance of common stock"),
    Source::new("Borrowings under revolving credit agreements"),
    Source::new("Repayments of long-term debt").minus(),
    Source::new("Repurchases of common stock").minus(),
    Source::new("Payments of capital lease obligations").minus().sized(-1),
];
pub const DIVIDENDS: Source = Source::new("Dividends paid").minus().always().sized(-1);
pub const RATES: Source = Source::new("Effect of exchange rate changes on cash").either().always().sized(-1);

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
