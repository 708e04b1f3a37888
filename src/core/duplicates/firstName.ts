import { matchText } from "./matchText.ts";

/** Each line: a name, then what its bearers are called. */
const SHORT_FORMS = `abigail abby; albert al bert; alexander alex alec sandy; alexandra alex sandra; alfred fred alfie; andrew andy drew; anthony tony; barbara barb;
benjamin ben benny; catherine kate cathy katie; charles charlie chuck; christina tina chris; christopher chris; daniel dan danny; david dave; deborah deb debbie;
dominic dom; donald don; edward ed eddie ted; elizabeth liz beth lizzie betty; emily em; frances fran; francis frank; frederick fred freddie; gabriel gabe;
gerald gerry jerry; gregory greg; henry harry hank; jacob jake; james jim jimmy jamie; jeffrey jeff; jennifer jen jenny; jessica jess; jonathan jon;
joseph joe joey; joshua josh; katherine kathy kate katie; kenneth ken kenny; kimberly kim; lawrence larry; leonard len leo; louis lou; margaret maggie meg peggy;
matthew matt; michael mike mick; nathaniel nate; nicholas nick; pamela pam; patricia pat trish; patrick pat paddy; peter pete; philip phil; rebecca becky;
richard rick dick rich; robert bob rob bobby; ronald ron; samantha sam; samuel sam; stephen steve; steven steve; susan sue susie; theodore ted theo; thomas tom tommy;
timothy tim; victoria vicky; vincent vince; virginia ginny; walter walt; wilhelm willi; william bill will billy; zachary zach`;

/** By short form the name it stands for; none where it stands for several. */
function longForms(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const line of SHORT_FORMS.split(";")) {
    const [name = "", ...shorts] = line.trim().split(/\s+/);
    for (const short of shorts) {
      if (found.has(short)) several.add(short);
      found.set(short, name);
    }
  }
  for (const short of several) found.delete(short);
  return found;
}

let known: ReadonlyMap<string, string> | undefined;

/** A first name as all its bearers may be written: `Bob` and `Robert` are `robert`; a middle initial goes. */
export function firstNameKey(name: string | undefined): string {
  const plain = matchText(name).replace(/ \p{L}$/u, "");
  known ??= longForms();
  return known.get(plain) ?? plain;
}
