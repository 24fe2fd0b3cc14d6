/** Words that follow "it's", "I'm" or a question for a name without being one. */
export const notNames: ReadonlySet<string> = new Set(
  (
    'a an the my your our his her their this that these those it its in on at to for of from with without by as so very too really just not no yes yep yeah ' +
    'ok okay sure maybe please thanks thank hi hey hello and or but if then than because about around near here there now today tomorrow tonight ' +
    'morning afternoon evening noon monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun next any anytime ' +
    'january february march july september october november december ' +
    'good great fine perfect nice cool awesome bad terrible awful ridiculous unacceptable late early ready done free busy available open closed flexible ' +
    'looking interested hoping wondering trying calling texting asking going getting having thinking needing wanting booking driving working moving running ' +
    'sorry happy unhappy angry upset tired sick new old big small large dirty clean filthy black white red blue silver gray grey green ' +
    'car truck suv van sedan pickup vehicle minivan jeep ford toyota honda chevy chevrolet tesla subaru bmw audi nissan hyundai kia lexus dodge ram gmc mazda ' +
    'wash detail service lawn house home work office apartment one two three four five six seven eight nine ten first second third last ' +
    'what when where who why how which can could would should do does did is are was were be been am have has had get got need want book schedule ' +
    'how much price quote cost same all also actually instead only still also only some someone somebody person human agent stop help start cancel ' +
    'right wrong correct urgent asap mine me you us we they he she who whatever whichever either both none nothing everything something ' +
    'i im el la un una lo de que si no por favor gracias hola manana hoy para con mi su es esta bien necesito quiero' +
    ' up down out over under off back away sooner later earlier before after between until till noonish midday'
  ).split(' '),
);
