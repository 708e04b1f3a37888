/** Made-up exports: Salesforce with dates that can be read both ways, HubSpot with dates that cannot. */

export const SALESFORCE = `Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Opportunity Owner,Sales Area
0065g00000A1aAA,Harbour cranes,North Quay,Prospecting,12000,03/04/2026,01/02/2026,Ada Quist,North
0065g00000A1aAB,Dock lighting,North Quay,Negotiation/Review,48000,05/06/2026,02/01/2026,Ben Okoye,North
0065g00000A1aAC,Yard scanners,Ferro Freight,Closed Won,30000,02/03/2026,01/05/2026,Ada Quist,South
0065g00000A1aAD,Depot doors,Ferro Freight,Qualification,8000,07/08/2026,02/02/2026,Ben Okoye,South
`;

/** A week later: one amount changed, one deal is new. */
export const SALESFORCE_LATER = `${SALESFORCE.replace("48000", "51000")}0065g00000A1aAE,Gate sensors,North Quay,Prospecting,22000,09/10/2026,05/02/2026,Ada Quist,North
`;

export const HUBSPOT = `Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Deal Type
9001,Kiln upgrade,Appointment Scheduled,Sales Pipeline,15000,2026-04-20,2026-01-12,Cleo Tran,newbusiness
9002,Glaze line,Contract Sent,Sales Pipeline,64000,2026-05-11,2026-01-20,Cleo Tran,newbusiness
9003,Spare tiles,Closed Won,Sales Pipeline,9000,2026-02-03,2026-01-05,Dev Rao,existingbusiness
`;

/** Further tables of the same company; nothing in them can be read in two ways. */
export const ACCOUNTS = `Account ID,Account Name,Industry,Billing Country
A1,North Quay,Logistics,Germany
A2,Ferro Freight,Logistics,Norway
`;

export const USERS = `User ID,Full Name,Email
U1,Ada Quist,ada@north-quay.example
U2,Ben Okoye,ben@north-quay.example
`;
