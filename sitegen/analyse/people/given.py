"""Given names that mostly go with one pronoun, of many countries; those that go with both are left out."""

from sitegen.analyse.people.genders import Gender

_HE = """
aaron abdul abdullah abdulrahman abe abel abraham adam adolfo adrian agustín ahmad ahmed aidan akira al alan albert
alberto aldo alejandro aleksandr aleksei alex alexander alexandre alexei alexey alfonso alfred alfredo ali alistair
allan allen alvaro alvin amadou amir amit anatoly anders andre andreas andrei andrej andres andrew andrey andrii andriy
andrzej andré andrés andy angelo anil anthony antoine anton antonio antónio anwar arjun armando arnold art artem arthur
artur arturo ashok asif aziz barack barry bart bartholomew ben benedict benito benjamin bernard bernardo bernie bert
bill billy björn bob bobby bogdan boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron caleb
calvin cameron carl carlo carlos carsten cecil cedric chad charles charlie chester christian christoph christophe
christopher chuck clarence claude claudio clayton clifford clint clive colin connor conor conrad constantine corey cory
craig curt curtis cyril cyrus dale damian damien dan daniel daniele danny darius darrell darren dave david davide dean
denis dennis denys derek devin dick diego dieter dimitri dirk dmitri dmitriy dmitry dmytro dominic dominique don donald
doug douglas drew duncan dustin dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin efraín eli elias
elijah elliott elmer emanuel emil emilio emmanuel emmett enrico enrique eric erik ernest ernesto ernst esteban ethan
eugene evan evgeny fabian fabio fadi faisal farid felipe felix ferdinand fernando fidel filip florian floyd francesco
francis francisco franco frank frankie franz françois fred freddie freddy frederick friedrich fritz fumio gabriel
garrett gary gaston gavin gene geoff geoffrey georg george georges georgi georgios gerald gerard gerhard gianni giorgio
giovanni giuseppe glen glenn gordon graham grant greg gregor gregory guido guillaume guillermo gunnar gus gustav
gustavo guy gérard günter hamid hamza hank hans harald harold haroon harrison harry harvey hasan hassan hector heinrich
heinz helmut henri henrik henry herb herbert herman hernán hideki hiroshi horst howard hubert hugh hugo hussein håkan
héctor ian ibrahim ignacio igor ike ilya imran isaac isaiah ismail ivan ivo iván jack jacob jacques jaime jake jakob
jakub jamal james jamil jan jared jaroslav jason javier jay jean-claude jean-luc jean-marc jean-paul jed jeff jefferson
jeffrey jens jeremiah jeremy jerome jerry jesse jesus jesús jim jimmy jiří joachim joakim joaquín joe joel johan johann
johannes john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua josip josé juan jules julian julien
julio justin jörg jürgen kamal kareem karim karl keith ken kenji kenneth kenny kevin khaled khalid kirk klaus knut
konrad konstantin kostas krzysztof kurt kwame kyle lamar lance larry lars laurence laurent lawrence leif len lenny leo
leon leonard leonardo leonid leopold leroy les lester lewis liam lindsey linus lionel lloyd lorenzo lothar lou louis
luc luca lucas luigi luis luiz lukas luke lyle magnus mahmoud malcolm malik manfred manuel marc marcel marcello marco
marcos marcus marek mario marius mark marko markus marshall martin marty marvin massimo mateo mathias mathieu mats matt
matteo matthew matthias matti maurice mauricio max maxim maxime maximilian maxwell mehdi mehmet mel melvin micah
michael michał michel mick miguel mihai mikael mike mikhail miles miloš milton mitch mitchell mohamed mohammad mohammed
mordechai morris moses muhammad murray mustafa mykhailo mykola narendra nasser nate nathan nathaniel neal ned neil
nelson niall nicholas nick nicolae nicolas nicolás niels nigel nikita nikolai nikolaus nikolay nils noah noel norbert
norman octavio olaf oleg oleh oleksandr oleksii oliver olivier omar orlando orrin oscar otto owen pablo paolo pascal
patrick paul paulo pavel pavlo pedro per percy pete peter petr petro phil philip philipp philippe phillip pierre pieter
piotr preston qasim rafael rafał rainer raj rajesh rajiv ralph ramón randall randy rashid raul ravi ray raymond raúl
reggie reginald reinhold rené reuben rex reza rhys ricardo riccardo richard rick ricky rob robert roberto rod roderick
rodney rodolfo rodrigo roger roland rolf roman ron ronald ronnie ross roy ruben rubén rudolf rudolph rudy rufus ruslan
russ russell ryan saad said salman salvador salvatore sam samir samuel sandeep sander sanjay santiago saul saïd scott
sean sebastian serge sergei sergey sergii sergio seth seymour seán shane shaun shawn sheldon shimon sid sidney silvio
simon solomon spencer stan stanislav stanley stefan stefano steffen stephan stephen sterling steve steven stewart
stuart sunil suresh sven søren sławomir ted terrence theo theodore thierry thomas thorsten tim timothy tobias toby todd
tom tomas tomasz tommy tomás tony torsten travis trent trevor tristan tyler tyrone ulrich umberto usman uwe vadim
valentin valery vasily vasyl vernon viacheslav vicente victor vijay viktor vince vincent vincenzo vinod vitali vitaly
vito vlad vladimir vladimír vladyslav volker volodymyr václav wade waldo wallace walt walter warren wayne wendell
werner wilbur wilfred wilhelm will willard willem william willie winston wojciech wolf wolfgang xavier yann yannick
yasser yevgeny yitzhak yuri yuriy yusuf yves zac zachary zack zoltán álvaro étienne
"""
_SHE = """
abigail ada adele adriana agata agnes agnieszka aicha aisha aishwarya alana alejandra aleksandra alexandra alexandria
alexis alice alicia alina alison allison alma alyssa amal amalia amanda amber amelia amelie amina amira amy ana
anastasia andrea angela angelica angelina angie anita anja ann anna annabel anne annemarie annette annie antonella
antonia anya aoife april ariana ariel arlene astrid audrey aurélie ava ayesha barbara beata beatrice beatriz becky
belinda bernadette bertha beth bethany betsy betty beverly bianca birgit blanca bonnie brenda brenna bridget brigitte
britta brittany camila camilla camille candace candice carla carly carmen carol carole caroline carolyn carrie
cassandra catarina catherine cathy cecilia celeste chantal charlene charlotte chelsea cheryl chiara christa christina
christine cindy claire clara claudia clémence colette colleen connie constance cora cordelia corinne cornelia courtney
cristina crystal cynthia céline dagmar daisy daniela danielle daphne daria darlene dawn debbie deborah debra deirdre
delia denise diana diane dina dolores dominika donna dora doreen doris dorothea dorothy dottie débora edith eileen
ekaterina elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth ella ellen elodie elsa elvira emilia emily
emma erica erika erin esmeralda esperanza estela estelle esther eugenia eunice eva eve evelyn faith fatima fatma faye
felicia fernanda fiona flora florence frances francesca françoise frida frieda gabriela gabriele gabriella gail galina
genevieve geraldine gerda gertrude gina ginny gisela gladys gloria grace greta gretchen guadalupe gudrun gwen gwendolyn
halina hanna hannah harriet hazel heather heidi heike helen helena helga henrietta hilary hilda hillary hope hélène ida
ilse imelda ines inga ingrid inna inés irena irene irina iris irma isabel isabella isabelle ivana ivy iwona jacqueline
jana jane janet janice jasmine jeanette jeanne jelena jennifer jenny jessica jill jo joan joana joanna joanne jocelyn
johanna josefina josephine joy joyce juana juanita judith judy julia juliana julianne julie juliet julieta june justyna
kamala karen karin karina karla karolina katarina katarzyna kate katherine kathleen kathryn kathy katie katja katrin
katrina katya kay keiko kerstin khadija kimberly kirsten klara krista kristen kristin kristina kristine krystyna lara
larisa latoya laura lauren laurie leah leila lena lesley leticia leyla liana lidia liliana lillian lily linda lindsay
lisa liudmila livia liz lois lola lolita loretta lori lorna lorraine louisa louise lucia lucille lucinda lucy lucía
ludmila luisa luise lydia lynn lynne mabel madeleine madeline madison magdalena maggie malgorzata mandy manuela mara
marcela marcia margaret margarita margot maria mariam mariana marianna marianne marie marilyn marina marine marion
marisa marissa marjorie marlene marsha marta martha martina mary maryam maría matilda maura maureen maxine maya megan
meghan mei melanie melinda melissa mercedes meredith mia michaela michele michelle mildred millie mimi mina mira
miranda miriam mitzi moira molly mona monica monika monique muriel myra myriam mónica nadezhda nadia nadine nadja nancy
naomi natalia natalie nataliya natasha nell nicola nicole nicoletta nikki nina noor nora noreen norma nuria odette
oksana olena olga olha olivia paloma pam pamela patience patricia patrizia patty paula paulette paulina pauline pearl
peggy penelope penny petra phyllis pia pilar polina priscilla priya rachel raquel rebecca regina renata renate renee
renée rhonda rita roberta rocío ronda rosa rosalind rosario rose rosemary roxanne ruth sabina sabine sabrina sadie
sally salma samantha sandra sara sarah sasha scarlett selma serena shari sharon sheila shelly sheryl shirley sigrid
silvia simona simone sofia solveig sonia sonja sonya sophia sophie stacey stacy stella stephanie stéphanie sue susan
susana susanna susanne susie suzanne svetlana svitlana sybil sylvia sylvie tabitha tamar tamara tammy tanya tara
tatiana tatyana teresa tessa thelma theresa therese tiffany tina toni trudy uma ursula ute valentina valeria valerie
vanessa vera veronica veronika verónica vicki vicky victoria viktoria viola violet violeta vivian viviana wanda wendy
wilhelmina wilma winifred winnie xenia yasmin yelena yoko yolanda yuko yulia yuliya yvette yvonne zainab zara zeynep
zoe zofia zsuzsa
"""
_GENDERS = {name: gender for names, gender in ((_HE, Gender.HE), (_SHE, Gender.SHE)) for name in names.split()}
GIVEN = frozenset(_GENDERS)
"""In small letters."""


def gender_of(name: str) -> Gender | None:
    """Return which pronoun a given name, in small letters, mostly goes with."""
    return _GENDERS.get(name) or _GENDERS.get(name.partition("-")[0])
