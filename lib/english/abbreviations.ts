function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Shortened words that keep their full stop; none of these ends a sentence, as a name or number follows. */
export const TITLES = words(
  "mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col sgt capt cmdr maj adm rev hon pres atty supt st ft mt messrs vs no nos vol art fig pp approx est dept univ",
);

/** Shortened words that keep their full stop, and may end a sentence. */
export const SHORTENED = words(
  "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun jr sr inc corp co ltd etc bros esq ave blvd rd al ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo",
);

/** Words that often open a sentence: after "U.S." one of these, capitalised, starts a new one. */
export const OPENERS = words(
  "the a an in on at it he she they we i you but and or so if when while as this that these those his her their our my there for from with after before since although though however meanwhile then what who why how where also yet not no one some many most all by to both even still now here asked according instead moreover",
);
