package clean

func boilerplateBlock(text string) bool { return false }
