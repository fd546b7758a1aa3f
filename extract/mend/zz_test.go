package mend
import ("testing";"fmt")
func TestZZ(t *testing.T){
 m:=newMender(t)
 for _,s:=range parsed(t,"/tmp/w3/zz.txt") { for _,w:=range m.Mend(s) { fmt.Print(w.Text,"/",w.POS,"/",w.Head,"/",w.Rel," ") }; fmt.Println() }
}
