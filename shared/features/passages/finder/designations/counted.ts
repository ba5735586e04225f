// Things that market texts count: right after a number they show that it is no name.

/** Sticky, from the end of the number; up to two adjectives may stand between. */
export const COUNTED =
  /[\s\u00a0](?:\p{L}+(?:-\p{L}+)?[\s\u00a0]){0,2}?(?:cars|vehicles|people|workers|units|trucks|buses|dealers|dealerships|plants|factories|employees|jobs|stores|outlets|companies|firms|brands|models|models?|shops|staff|tonnes|tons|barrels|kilomet\w+|km|miles|hectares|patents|stations|chargers|flights|ships|vessels|containers|wagons|orders|applications|contracts|homes|households|residents|students|customers|buyers|respondents|countries|regions|cities|towns|villages|years|months|weeks|days|hours|minutes|seats|beds|machines|robots|engines|batteries|машин|автомобил\p{L}+|автобус\p{L}+|человек|рабочих|сотрудник\p{L}+|завод\p{L}+|дилер\p{L}+|салон\p{L}+|тонн|единиц|лет|дней|месяц\p{L}+|км|мест|вагон\p{L}+|грузовик\p{L}+|компани\p{L}+|семей|жител\p{L}+|квартир|домов|станци\p{L}+)(?!\p{L})/uy;
