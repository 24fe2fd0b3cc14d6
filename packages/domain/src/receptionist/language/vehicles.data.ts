/** Makes of vehicles: a make alone ("my Tesla") does not say the size, so the model is asked. */
export const vehicleMakes: ReadonlySet<string> = new Set(
  (
    'acura alfa aston audi bentley bmw buick cadillac chevrolet chevy chrysler dodge ferrari fiat fisker ford genesis gmc honda hummer hyundai infiniti ' +
    'isuzu jaguar jeep kia lamborghini lexus lincoln lotus lucid maserati mazda mercedes benz mercury mini mitsubishi nissan polestar pontiac porsche ram ' +
    'rivian saab saturn scion smart subaru suzuki tesla toyota volkswagen vw volvo'
  ).split(' '),
);

/** Models the packs do not name, by body. The body's word is looked up among the tenant's own asset classes. */
export const modelBodies: Readonly<Record<string, readonly string[]>> = {
  sedan:
    'integra ilx tsx tl rlx giulia a3 a5 a7 a8 s4 s5 330i 340i 335i 328i m3 m4 m5 lacrosse regal ct4 ct5 cts ats xts cruze impala sonic spark bolt volt aveo 200 300c dart avenger focus fiesta taurus crown g70 g80 g90 fit insight civics ioniq veloster accent azera q50 q60 g35 g37 xe xf xj k5 forte rio stinger optima es is ls gs rc ct200h mkz continental mazda6 mx5 c300 c350 e350 e450 s550 s class cla versa maxima leaf 370z 350z gtr boxster cayman panamera taycan brz avalon supra gr86 yaris matrix beetle arteon gti cc s60 s90 v60 v90 polestar fiat 500 smart fortwo air'.split(
      ' ',
    ),
  suv: 'zdx stelvio q3 q4 q8 e-tron x1 x2 x4 x6 x7 ix encore enclave envision envista xt4 xt5 xt6 lyriq blazer trailblazer trax journey hornet nitro edge flex ecosport mach-e gv60 gv70 gv80 acadia terrain envoy hr-v hrv element prologue kona venue ioniq5 qx50 qx55 qx60 qx80 f-pace e-pace renegade compass cherokee liberty patriot wagoneer niro soul seltos ev6 ev9 discovery defender evoque velar lr4 nx rx lx ux tx corsair nautilus aviator navigator mkx mkc cx-3 cx-30 cx-50 cx-70 cx3 cx5 cx9 cx30 glc gla glb gle gls g-wagon gwagon ml350 glk outlander eclipse armada juke kicks ariya xterra c-hr venza corolla-cross grand-highlander bz4x id4 id.4 taos touareg xc40 ex30 ex90 solterra baja r1s'.split(
    ' ',
  ),
  truck:
    'f-350 f350 f-450 f450 avalanche s10 dakota 1500 2500 3500 santa-cruz hummer-ev mark-lt t100 raptor super-duty superduty duramax denali tremor'.split(
      ' ',
    ),
  van: 'sedona entourage freestar windstar town-and-country voyager nv200 nv3500 e-series econoline astro safari id-buzz routan savana transit-connect'.split(
    ' ',
  ),
};

/** Words for any vehicle: they decide the class only as the answer to what it is. */
export const generalAssetWords: ReadonlySet<string> = new Set([
  'car',
  'cars',
  'auto',
  'vehicle',
  'carro',
  'coche',
  'ride',
  'whip',
  'small',
  'large',
  'big',
  'medium',
  'normal',
  'average',
  'mini',
  'legacy',
  'escape',
  'ram',
  'golf',
  'quest',
  'pilot',
  'lightning',
  'ranger',
  'maverick',
  'express',
  'focus',
  'air',
  'fit',
  'acre',
]);

/** Models whose names are also ordinary words. */
export const ordinaryModelWords: ReadonlySet<string> = new Set(
  (
    'class dart focus fiesta insight leaf beetle air rio soul edge flex element journey compass liberty patriot discovery defender spark bolt volt ' +
    'sonic regal impala encore enclave envision terrain envoy nitro trax venue kicks armada juke baja dakota avalanche astro safari savana voyager quest ' +
    'matrix crown optima accent continental fit smart hornet seltos tremor raptor super-duty'
  ).split(' '),
);
